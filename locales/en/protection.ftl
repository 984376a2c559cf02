# Reports, who reads them, numbers one can call, and what is released to the police.
# @reviewed-by: draft

## The three entries

report-entry-help = I need help
report-entry-worry = I'm worried about someone
report-entry-held = Someone is held or about to be deported
report-entry-desk = Came in person

## The first step: where, and who may read

report-ask-lead = Three questions first, so that the right people read what you write. No name is needed.
report-where = Where is it?
report-reads = Who may read what you write?
report-reads-hint = Helpers are people whose work is to help. They are not police.
report-reads-helpers = Helpers only. The police do not see it and do not know of it.
report-reads-police = Helpers, and the police get a copy of what I write
report-from = Is the person who hurts somebody from one of these?
report-from-hint = Whoever you tick here sees nothing of what you write. Tick all that fit.
report-from-nobody = No, none of these
report-from-why = So that your words never reach the people they are about. Another office reads them, one that has nothing to do with those you tick.
report-kind-police = The police
report-kind-armed-group = An armed group
report-kind-camp = A camp
report-kind-office = A government office
report-kind-shelter = A shelter
report-kind-aid = An aid organisation
report-kind-court = A court
report-kind-committee = A committee
report-wrong-where = Choose where it is. If you do not know, choose that.
report-wrong-from = Tick who it is, or “none of these”
report-wrong-which = Tick which one, or “I do not know”
report-wrong-text = Write what happened, in a few words
report-go-on = Continue
report-traces = You can leave this page quickly. Your phone may still show that you visited; the telephone company may know.
report-traces-clear = How to clear the traces
report-other-ways = Other ways
report-call-instead = Numbers you can call

## The second step: which one

report-which-lead = Which one is it? The one you tick sees nothing, and neither do those above or below it.
report-which-hint = If you do not know, none of them there will see it.

## The last step: the words

report-who-reads = Who reads this
report-reader-is = { $reader } reads what you send.
report-police-get = { $police } gets a copy of what happened, in your words. It gets no way to reach you.
report-police-get-none = No copy goes to the police: there is nobody there who may have it.
report-police-never = The police do not see it.
report-law = The law can make the people who read this tell a judge about a crime, above all when a child is in danger. They tell you first, if that is safe.
report-reader-changed = Somebody else would read this now than the page said before. Nothing was sent yet. Look who reads it, then send it.
report-text = What happened?
report-text-hint = In your own words, in any language. Where exactly, who needs help, what you are afraid of.
report-no-photos = Do not send photos of a person's body. Tell us you have them; a specialist will ask safely.
report-district = Which district?
report-minor = Is anybody there under 18?
report-danger = Is somebody in danger right now?
report-danger-hint = If it is about minutes, call as well.
report-if-known = If you know it. You can leave it empty.
report-held-title = Where somebody is held
report-held-where = Where are they held?
report-held-by = Who holds them?
report-held-by-judge = The police or a judge
report-held-by-residence = The residence directorate
report-held-by-court = A court
report-held-by-unknown = I do not know
report-held-since = Since when?
report-held-next = When is the next decision, or the departure?
report-held-next-hint = A court day, a flight, a bus. If you know it.
report-contact-title = Reaching you safely
report-reach-title = How to reach them safely
report-contact = May we contact you?
report-contact-hint = You get a code in any case, and can read the answer here with it.
report-contact-yes = Yes, in the way I write below
report-contact-no = No. I will come back with the code.
report-how = How is it safe?
report-how-hint = A phone number, a person, a place.
report-when = When is it safe?
report-words = Which words should we use?
report-words-hint = For example “it is about the school”.
report-who = Who may pick up?
report-otherwise = What if somebody else answers?
report-otherwise-hint = For example: hang up, or say “wrong number”.
report-send = Send this

## The receipt

report-sent-title = It was sent
report-sent-lead = This is your code. With it you can come back, read the answer, write more, or delete everything.
report-receipt-keep = Write it down where nobody looks. It is shown only now.
report-written-down = I have written it down
report-next-danger = If it is about minutes, do not wait.
report-next-answer = You find the answer here, with your code. If you said how to reach you, they may call as you said, and in no other way.
report-next-read = { $reader } reads it, at the latest:
report-next-title = What happens next
report-receipt-use = Come back with it on any phone.
report-receipt-only = Whoever has the code can read what you wrote. Nobody can find it for you if it is lost.
report-forgotten = What was answered here before is no longer kept, and nothing was sent. Please begin again.
report-kept = What you write is kept in the memory of this service for half an hour, so that nothing is lost if you go back. Nobody reads it before you send it, and “Leave this page” forgets it.
report-full-title = No report can be taken right now
report-full-text = Too much has come in at once. Nothing was sent. Call one of these numbers; what you wrote stands below, and you can send it again later.

## Nobody left who may read

report-closed-title = We cannot take this now
report-closed-text = Something on our side is not right at this moment, and a report might be read too late. It is not your fault. Call one of these numbers, or try again in a while. What you wrote is still here.
report-nobody-title = Nobody is left who may read this
report-nobody-text = Every office that could read this has to do with those you named. Nothing was sent. Please call one of these numbers.
report-nobody-words = What you wrote
report-compressed-title = Please call instead
report-compressed-text = Your browser sends pages through another company's computers to make them smaller. They can read what you write. Call one of these numbers, or use another browser.

## Coming back

report-come-title = Come back with your code
report-come-lead = Type the 20 digits you were given.
report-receipt = Your code
report-receipt-hint = 20 digits, of any kind, with or without spaces.
report-receipt-opens-nothing = This code opens nothing. Look at each digit and try again.
report-come-open = Open
report-ticket-over = A quarter of an hour has passed. Type your code once more; what you wrote is still here.
report-thread-title = What you wrote, and the answers
report-read-by = Read by
report-read-by-nobody = At this moment nobody can read this. We look for somebody who can. If you need help now, call one of these numbers.
report-was-answered = Answered
report-not-read-yet = Not read yet. Somebody reads it at the latest:
report-was-read = Read, the last time:
report-you = You
report-team = The team
report-no-answer-yet = No answer yet. Come back later with your code.
report-more = Write more
report-more-hint = Whatever you add is read by the same people.
report-more-send = Send this too
report-was-closed = The team has closed this. If you write more, it is open again.
report-your-choice = You decide
report-stop = Stop, do not contact me
report-stop-text = Nobody will contact you any more. What you wrote stays, and the police lose their copy if they had one.
report-delete = Delete my report
report-delete-text = Everything you wrote is destroyed. You will be asked once more.
report-told-added = It was added.
report-told-stopped = Nobody will contact you.
report-sure-title = Delete everything?
report-sure-lead = This cannot be taken back.
report-sure-goes = What you wrote, how to reach you, and the answers are destroyed. Your code opens nothing any more.
report-sure-stays = What stays: the code of the report, the day, the governorate, whether somebody is under 18 or in danger, who must not see it, and that you deleted it.
report-sure-place = A place to sleep that was asked for stays until it is over.
report-sure-check = If a child may be in danger, the team goes on looking after them.
report-sure-delete = Yes, delete everything
report-sure-keep = No, keep it
report-gone-title = It is deleted
report-gone-text = Nothing you wrote can be opened any more. You can write again whenever you want.

## The desk: the list

report-list-title = Reports
report-list-empty = No report waits for you. When somebody writes to your desk, it stands here.
report-list-all = Show all reports
report-see-public = See what people see
report-find = Find
report-find-code = Find by code
report-find-hint = Six letters and digits.
report-none-found = No report of yours has this code.
report-none-such = No report is like this.
report-held-section = Held, or about to be deported
report-held-caption = People held, the latest first
report-held-more = More people held
report-others-section = All others
report-others-caption = Reports, the latest first
report-code = Code
report-since = Sent
report-place = Governorate
report-place-unknown = not known
report-what = What it is
report-safe-by = Child safe by
report-safe-done = The child’s safety
report-held-due = Due
report-due = Due
report-state = State
report-state-new = not answered
report-state-answered = answered
report-state-closed = closed
report-withdrawn = withdrawn by the sender: check safety
report-danger-now = danger now
report-child = under 18
report-maybe-child = perhaps under 18

## The desk: one report

report-title = Report
report-entry = How it came
report-filter-state = Reports that are
report-filter-any = open or closed
report-filter-open = open
report-filter-closed = closed
report-filter-entry = that say
report-filter-entry-any = anything
report-filter-whose = of
report-filter-desk = the whole desk
report-filter-mine = me alone
report-withdrawn-text = The sender deleted this report. Nothing of it can be opened. Check whether they are safe, as far as you can without contacting them.
report-stale = Something was written or changed here while you did this. Read it, then send again.
report-yours = yours
report-may-contact = May be contacted, in this way only
report-no-contact = Does not want to be contacted. Answer here; they come back with their code.
report-contact-stopped = Said stop: do not contact them
report-contact-unsaid = Did not say whether they may be contacted. Answer here; they come back with their code.
report-accused = Accused
report-accused-police = Police are accused in this report: do not call them, and do not let them know.
report-accused-other = A body is accused in this report: do not call it, and do not let it know.
report-police-copy = The police
report-police-copy-text = have a copy of what was written, because the sender wished it
report-ways = How to reach them safely
report-thread = Messages
report-thread-empty = Nothing but the report itself so far.
report-not-fetched = They have not come to read your last answer. It lies here since
report-thread-open = { $count ->
    [one] Open one message
   *[other] Open { $count } messages
}
report-sender = The sender
report-answer-said = Your answer
report-answer-hint = They read it with their code. Write nothing that gives them away if somebody looks over their shoulder.
report-answer-send = Send the answer
report-close-title = Close
report-close-because = Why?
report-close-hint = It is open again as soon as the sender writes. A child's clock goes on.
report-close-send = Close this report
report-because-helped = They have what they asked for
report-because-handed_on = Another body took over, and they know it
report-because-wish = They asked for it
report-because-twice = The same as another report
report-because-unreachable = Nobody could be reached, after several tries
report-because-other = It is about something else
report-step-back = Step back from this report
report-step-back-text = You will not see it any more, nor anything that grew from it. A colleague takes it, or the next office that reads; your supervisor is told. Press the reason; it cannot be undone.
report-step-back-knows = I know somebody in it
report-step-back-near = Somebody accused is near to me
report-step-back-threatened = I am threatened
report-step-back-too_much = It is too much for me now
report-step-back-other = Something else, which I tell my supervisor
report-stepped-back = Somebody stepped back
report-step-back-choose = Press one of the reasons.
report-was-withdrawn = The sender has deleted this report. There is nobody to answer.
report-member-not-fit = This person cannot take the report. Choose somebody else of the desk.
report-hand-title = Hand on
report-hand-lead = Whoever takes it answers for it from now on.
report-hand-to = Who takes it?
report-hand-now = has it now
report-hand-nobody = Nobody else at this desk can take a report.
report-hand-send = Hand it on
report-back-to = Back to the report

## The desk: notes among itself

note-title = Write a note
note-lead = For your own desk. The sender never sees it, and no other office does.
note-said = Note
note-hint = What you did, whom you called, what must be done next. Write what helps, and no more.
note-send = Save the note
note-list-title = Notes of this desk
note-open = { $count ->
    [one] Open one note
   *[other] Open { $count } notes
}

## The desk: what was promised

promise-title = Promise a call, or look again
promise-lead = Today reminds your desk before it is due, until somebody says it is done. If there is one already, this takes its place.
promise-what = What?
promise-what-hint = Promise a call only in the way they told, and at a time that is safe for them.
promise-call = Call them
promise-look = Look at this again
promise-day = Which day?
promise-today = Today
promise-tomorrow = Tomorrow
promise-hour = At what time?
promise-hour-hint = On the clocks of Baghdad.
promise-send = Save it
promise-keep = It is done
promise-stopped = They said stop: nobody calls them.
promise-past = This time is over. Choose a later one.

## Desk: taking a report down for somebody

intake-title = Take a report down
intake-lead = For somebody who tells it to you. One line is enough to save it; what you do not ask stays open. Read the questions out as they stand here.
intake-how = How do they tell it?
intake-how-telephone = By telephone
intake-how-paper = On paper
intake-how-in_person = In person
intake-talk = Can you talk now?
intake-talk-hint = Ask this first. If they cannot, ask when and how you may call, save it, and let them go.
intake-talk-now = Yes
intake-talk-later = No, they are to be called later
intake-routing = Who reads it
intake-routing-text = If they say nothing to this, only helpers read it. Whoever they are afraid of never sees it: if that is your own office, another one reads it.
intake-about = Whom is it about?
intake-more = More, if there is time
intake-last = The code, and when it was told
intake-receipt = Do they want a code?
intake-receipt-hint = With it they can read answers, write more or delete everything. If you choose nothing, you get one to read out.
intake-receipt-read = Yes, I read it out to them
intake-receipt-declined = No
intake-day = When did they tell it?
intake-day-hint = Only if it was not just now, as on a sheet of paper. What is due is counted from then.
intake-yesterday = Yesterday
intake-future = This day and hour are still to come. Choose when they told it.
intake-send = Save this report
intake-nobody = Nobody is left who may read this: every office has to do with those they named. Nothing was saved. Give them the numbers to call, or ask again whom they mean.
intake-done-title = It is saved
intake-no-receipt = They wanted no code: nobody can come back to this report with one.
intake-no-receipt-here = No twenty digits are read out here: whoever knows them could read the answers. Give them the code above, and the number to call.
intake-read-out = Read this code out
intake-read-out-how = Four digits at a time, twice. It is shown only now. Ask them to write it down where nobody looks, or to tell you that they cannot keep it safely.
intake-theirs = Another office reads this. You cannot open it, and it is in no list of yours.
report-taken = Taken down
report-on-it = Who is on it
report-on-it-nobody = nobody yet
report-claim = I am on it
report-claimed = A colleague is on it already. Ask your supervisor to hand it on.
report-no-receipt = Nobody has a code for this report: an answer would be read by nobody. Write a note, or call them if you may.
report-state-taken-up = somebody is on it
report-no-contact-no-receipt = Does not want to be contacted, and has no code to come back with.
report-unsaid-no-receipt = Did not say whether they may be contacted, and has no code to come back with.

## Released to the police

release-list-title = Released to us
release-lead = What senders chose to give to the police: their own words, and no way to reach them.
release-list-empty = Nothing was released to you.
release-caption = Released, the latest first
release-title = Released
release-note = These are the sender's own words, given of their own will. Do not look for the sender. They can take this back at any time.
release-said = What happened
release-back = Back to the list

## Who reads, by governorate

readers-title = Who reads this
readers-lead = What you send is read by one office, the first in the order of your governorate.
readers-first = Before you write, the page names who reads.
readers-accused = Whoever you say hurts somebody is left out, with all above and below them. Then the next one reads.
readers-police = The police get a copy only if you choose it.
readers-whole-country = The whole country
readers-independent = independent
readers-none = No one here yet: the office for the whole country reads.

## Numbers one can call

duty-title = Numbers you can call
duty-call-title = Whom to call
duty-call-say = Say the code { $code } and what you ask for. Names and stories are not said on the telephone.
duty-lead = Each number was checked within the last 90 days.
duty-none = No number has been checked in the last 90 days, so none is shown here.
duty-whole-country = The whole country
duty-always = Day and night
duty-hours = Hours: { $hours }
duty-languages = Languages: { $languages }
duty-records-calls-yes = Calls are recorded.
duty-records-calls-no = Calls are not recorded.
duty-records-calls-unknown = We do not know whether calls are recorded.
duty-reports-yes = Whoever answers must tell the police about crimes.
duty-reports-no = Whoever answers does not have to tell the police.
duty-reports-unknown = We do not know whether whoever answers must tell the police.
duty-checked = Last checked:

# What the ledger says that somebody did.
did-send-report = Sent a report
did-read-own-report = Came back to their own report
did-add-to-report = Wrote more to a report
did-stop-contact = Stopped contact
did-delete-report = Deleted their own report
did-list-reports = Looked at a list of reports
did-read-report = Opened a report
did-answer-report = Answered a report
did-close-report = Closed a report
did-reassign-report = Handed a report to a colleague
did-step-back = Stepped back from a report
did-write-note = Wrote a note about a report
did-make-promise = Promised a call or another look
did-keep-promise = Said that what was promised is done
did-intake-report = Took a report down for somebody
did-claim-report = Said they are on a report
did-move-report = Moved a report to another reader
did-list-releases = Looked at a list of what was released
did-read-release = Opened what was released
did-record-held = Recorded that somebody is held
did-tell-legal-aid = Told legal aid
did-list-held = Looked at those who are held

## Forms on paper

sheet-report = A report
sheet-report-lead = Read the questions out as they stand here. One line is enough; what you do not ask stays open.
sheet-held = Somebody is held, or about to be sent away
sheet-held-lead = For somebody in custody, in prison, before a judge, or about to be deported. Where and by whom comes first.
sheet-bed = A request for a place
sheet-bed-lead = For somebody who needs a safe place tonight. No name, no papers, no story. Telephone the placement desk first; type this in when you can.
sheet-handover = A desk handed over
sheet-handover-lead = What is open and what was promised. Codes only, no names. Whoever comes reads it with whoever goes.
sheet-handover-open = Open at this desk
sheet-told = What was told
sheet-which = Which one? Its name and where it is
sheet-contact-yes = Yes, in the way written below
sheet-contact-no = No
sheet-when = When it was told
sheet-needs = What is needed
sheet-report-code = The code of the report, if there is one
sheet-code = Code
sheet-open = What is open
sheet-takes = Who goes on with it
sheet-promised = What was promised
sheet-handed-by = Handed over by
sheet-handed-on = Day and hour
sheet-taken-by = Taken over by
sheet-taken-on = Day and hour
sheet-handover-keep = Keep this sheet locked away. Once all of it is done, destroy it.
intake-held = If somebody is held
