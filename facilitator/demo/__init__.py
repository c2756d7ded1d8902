"""The sample session: what a believable company would have said by twenty to three in the afternoon."""




