# The pages that belong to no pillar: start, rights, traces, about, search, demo.
# @reviewed-by: draft

## Start

start-title = Information
start-compressing = Your browser sends pages through another company's computers to make them smaller. They can read what you write. Please call the number, or open this page in another browser.
start-no-number = No number has been checked in the last 90 days, so none is shown here. You can still write below.
start-line-sample = Help line (made up)
start-entries = What do you need?
entry-1 = I need help
entry-2 = I'm worried about someone
entry-3 = Someone is held or about to be deported
start-more = More
start-come-back = Come back with your code
start-who-reads = Who reads this
start-services = Services near you
start-traces-short = You can leave this page quickly. Your phone may still show that you visited.
start-traces-more = How to clear it

## Rights

rights-title = Your rights
rights-safe-place = You can ask for a safe place tonight. Women, men, boys and girls: everybody.
rights-no-papers = You need no papers, no name, no judge's letter and no complaint.
rights-no-punishment = You must not be punished for what others made you do.
rights-your-choice = You decide whether to talk to the police. Help does not depend on it.
rights-child = Whoever is under 18 is a child and is helped first.
rights-lawyer = You can have a lawyer. It costs nothing.
rights-interpreter = You can speak your own language. Somebody will interpret who is not from those who hurt you.

## Traces

traces-title = Traces that stay
traces-leaves-quickly = “Leave this page” puts an ordinary page in its place at once.
traces-phone-shows = Your phone may still show that you were here: in its list of visited pages and in its keyboard's suggestions.
traces-company-knows = The telephone company may know that you opened this address. It does not know what you wrote.
traces-clear-title = How to clear them
traces-clear-history = Open the browser's menu, choose History, and delete the last hour.
traces-clear-private = Next time, open a private window first.
traces-clear-screenshots = Delete screenshots, and empty the bin of your pictures.
traces-clear-receipt = Keep your code where nobody looks: not in your phone's notes.
traces-watched = If somebody watches your phone, use another person's phone, or call.

## About

about-title = About this program
about-what = Najat is the shared working system of a country's fight against trafficking in persons.
about-version = Version
about-licence = Licence
about-licence-text = GNU Affero General Public License, version 3 or later. You may use, study, change and share it.
about-source = Source
about-source-ask = Ask whoever runs this installation: they must give it to you.
about-others = Work of others in it
about-font = font, SIL Open Font License 1.1
about-icons = icons, ISC License
about-htmx = script of the staff pages, BSD Zero Clause License
about-places = administrative codes and names of places, CC BY 4.0
about-lines = Made with Natural Earth. Names and lines express no opinion on the status of any place.
about-sign-in = For people who work here: sign in

## Search, for justice

search-title = Ask about a person
search-what = Ask whether anybody knows a person. Your request is recorded. The answer here is always the same, whether anybody does or not.
search-about = Whom do you ask about?
search-about-hint = Names, ages, places, as far as you know them.
search-ask = Record the request
search-recorded = Your request is recorded.
