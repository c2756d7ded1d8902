"""Sentences of our own, as a room says them: those that commit to something, and those that commit to nothing."""

CONCRETE_ENGLISH = """
Consider it done
Try-before-you-buy page live by 3 May
Publish the discussion paper by Friday
Explore page goes live on 3 May
Review board approves the budget
Look-and-feel guide signed off by 12 June
Anna sends the price list to all dealers by Monday
Jonas to hire a second inside-sales rep by 1 March
Stop discussing discounts in the weekly
Drop the trade fair in Hanover
Schedule a meeting to discuss the rebrand on 4 May
Look into churn and send the five causes to Petra by Friday
Talk to the three biggest dealers and write down what they pay
AI: Greg to open a ticket for the broken form
Action: Maria will publish the pricing calculator by 15 January
Raise the list price by 4 percent on 1 April
We won't consider discounts below ten percent
Petra signs the contract with the agency on 2 February
Move the newsletter to Tuesdays
Mark closes the Vienna office by 30 June
20 dentists under contract by the end of May
The landing page explains what buyers should think about; live by 9 May
Ship the beta to ten customers by 1 July
Rename the button “Let's talk” to “Book a demo”
Rename “Explore” to “Products” in the menu
Pilot the new onboarding with five clinics in March
Cut the LinkedIn budget by half from July
Ask legal for a written opinion by Thursday
Katya: call every customer who left in Q3 and note the reason
Think Tank dinner booked for 9 September
Discussion guide printed and on the tables by 8:30
No further discounts for resellers from 1 January
Igor will report back on the tender next Tuesday
Send the summary to whoever might need it by Wednesday
Invite the board to the review on 4 April
Decide on the agency by 20 March, Anna chooses
The research report goes to all customers on 2 May
Buy the domain today
Tom & Ines: draft the one-page positioning by Friday
Agreed to close the web shop on Sundays
Approved: 40k for the trial in Austria
Follow-up mail sent to all leads within two days
Prepare the offer for Siemens and walk them through it on 3 June
Test three headlines with 500 visitors each by 10 May
Sales gets the objection sheet by Monday, Lena writes it
Launch postponed to 3 May
""".strip().splitlines()

VAGUE_ENGLISH = """
Move forward and discuss next time
We'll see
Look into the pricing
Try to reach 20 dentists by May
@anna to explore options
Think about hiring
TBD
???
ok
Let's keep an eye on churn
Further discussion needed
To be decided
Greg will follow up on this next time
We should really do something about the website
Someone should call the dealers
Maybe raise prices in Q2
Consider a partnership with the university
Anna to look at alternatives to the CRM
Need to think about the Austrian market
Marketing team to work on awareness
Explore how to enter Poland
Evaluate a rebrand
Leverage our network more
Align on messaging
Circle back after the fair
Revisit the price list in autumn
We could open a second office
It would be great to have case studies
Hopefully the new site is ready by June
Improve communication between sales and marketing
Be more visible at trade fairs
Strengthen the brand
Tabled until the next meeting
Deferred.
Jonas and Petra will talk about the budget again
Keep the conversation going with Siemens
Investigate why dealers leave
Monitor the competition
Aim to double the pipeline
Do our best to answer within a day
Wait for more data
No decision yet
Take this offline
Brainstorm names for the new line
Figure out who owns the website
Let's touch base on this in two weeks
Open a third office?
Still under discussion
Continue to work on the positioning
Petra is going to take another look at the numbers
Ideally we ship before the fair
See whether Poland makes sense
Get more feedback on the draft
If time permits, redo the brochure
Research the dental market
Sleep on it
Keep the Austrian idea in mind
Discussed the new packaging
""".strip().splitlines()

CONCRETE_GERMAN = """
Anna schickt das Angebot bis Freitag an Siemens
Preisliste am 1. April um vier Prozent erhöhen
Diskussionspapier bis Montag veröffentlichen
Jonas stellt bis 1. März eine zweite Kraft im Innendienst ein
Messe in Hannover absagen
Petra unterschreibt den Vertrag mit der Agentur am 2. Februar
Wir diskutieren nicht mehr über Rabatte unter zehn Prozent
Newsletter erscheint ab Mai dienstags
Optionen prüfen und bis Freitag einen Vorschlag vorlegen
Landingpage geht am 3. Mai live
Budget für LinkedIn ab Juli halbieren
Ines lädt die Händler zum 9. September ein, um die neue Linie zu besprechen
Die besprochenen Preise gelten ab 1. Juni
Prüfbericht an den Vorstand bis 12. Juni
Webshop sonntags geschlossen
Lena schreibt die Einwandliste bis Montag
Die Schaltfläche „Vielleicht später“ wird am Montag entfernt
Start auf den 3. Mai verschoben
Drei Überschriften mit je 500 Besuchern testen, Ergebnis am 10. Mai
Katja ruft alle verlorenen Kunden an und notiert den Grund
Vertrag mit der Agentur zum Jahresende kündigen
Der Prüfausschuss genehmigt das Budget am 4. April
""".strip().splitlines()

VAGUE_GERMAN = """
Wir schauen uns das nächste Woche an
Das wird noch geklärt
Thema vertagt
Mal sehen
Wir sollten mehr auf Messen machen
Anna überlegt sich etwas zur Preisliste
Über eine zweite Kraft im Innendienst nachdenken
Wir müssen uns Gedanken über Polen machen
Versuchen, bis Mai 20 Zahnärzte zu gewinnen
Vielleicht die Preise erhöhen
Man könnte eine zweite Niederlassung eröffnen
Jonas behält die Konkurrenz im Auge
Kommunikation zwischen Vertrieb und Marketing verbessern
Sichtbarkeit stärken
Weitere Diskussion nötig
Beim nächsten Treffen besprechen
Nehmen wir mit
Wir bleiben dran
Petra prüft, ob sich Österreich lohnt
Möglichkeiten in der Schweiz ausloten
Evaluieren, welche Agentur passt
Entscheidung wird verschoben
Noch offen
Klärungsbedarf mit der Rechtsabteilung
Wir kommen darauf zurück
Jemand müsste die Händler anrufen
Rebranding diskutieren
Nach Möglichkeit die Broschüre neu machen
Es wäre schön, Fallstudien zu haben
Wir beobachten den Markt weiter
Bei Gelegenheit mit Siemens sprechen
""".strip().splitlines()

CONCRETE_RUSSIAN = """
Анна отправит прайс-лист дилерам до понедельника
Игорь наймёт второго менеджера до 1 марта
Закрыть офис в Вене до 30 июня
Опубликовать калькулятор цен 15 января
Поднять цены на 4 процента с 1 апреля
Больше не обсуждаем скидки ниже десяти процентов
Изучить отток и прислать пять причин Петру до пятницы
Назначить встречу на 4 мая, чтобы обсудить ребрендинг
Страница «Попробовать бесплатно» выходит 3 мая
Мария подпишет договор с агентством 2 февраля
Отказаться от выставки в Ганновере
Рассылка выходит по вторникам с мая
Катя обзвонит всех ушедших клиентов и запишет причину до среды
Запустить пилот с пятью клиниками в марте
Сократить бюджет рекламы вдвое с июля
20 стоматологий на договоре к концу мая
Перенести запуск на 3 мая
Лена напишет ответы на возражения к понедельнику
Совет директоров утверждает бюджет 4 апреля
Купить домен сегодня
""".strip().splitlines()

VAGUE_RUSSIAN = """
Обсудим позже
Надо подумать о ценах
Посмотрим
Изучить рынок Польши
Анна рассмотрит варианты
Постараться привлечь 20 стоматологий до мая
Может быть, поднять цены
Вернёмся к этому в следующий раз
Вопрос открыт
Решение отложено
Попробуем договориться с университетом
Хотелось бы открыть второй офис
Улучшить коммуникацию между отделами
Проработать вопрос с юристами
Следить за конкурентами
Надо бы обновить сайт
Пока не решили
По возможности переделать брошюру
Игорь поговорит с дилерами о скидках
Продолжаем обсуждать позиционирование
Требуется дополнительное обсуждение
Работать над узнаваемостью
Поживём — увидим
Кто-нибудь должен позвонить дилерам
Держать руку на пульсе
Усилить присутствие на выставках
Возможно, стоит нанять ещё одного менеджера
Будет обсуждаться на следующей встрече
""".strip().splitlines()

CONCRETE_FRENCH = """
Anna envoie la liste de prix aux revendeurs lundi
Publier le calculateur de prix avant le 15 janvier
Étudier les départs et envoyer les cinq causes à Petra vendredi
Fermer le bureau de Vienne le 30 juin
""".strip().splitlines()

VAGUE_FRENCH = """
On verra
Réfléchir à une embauche
Il faudrait refaire le site
Essayer de toucher 20 dentistes d'ici mai
Étudier les options
On en reparle la prochaine fois
Peut-être augmenter les prix
""".strip().splitlines()

CONCRETE_SPANISH = """
Ana envía la lista de precios a los distribuidores el lunes
Publicar la calculadora de precios antes del 15 de enero
Analizar las bajas y enviar las cinco causas a Petra el viernes
Cerrar la oficina de Viena el 30 de junio
""".strip().splitlines()

VAGUE_SPANISH = """
Ya veremos
Pensar en contratar a alguien
Deberíamos rehacer la web
Intentar llegar a 20 dentistas en mayo
Explorar opciones
Lo hablamos la próxima vez
Quizás subir los precios
""".strip().splitlines()
