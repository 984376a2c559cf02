# Running the house: organisations, members, readers, numbers, desks; the directory; what a day is. Reviewed-by: see locales/README.md.

# @reviewed-by: draft
## What every page of this room says

admin-act = What to do
admin-back = Back to Administration
admin-both = Both jurisdictions
admin-federal = Federal Iraq
admin-kurdistan = Kurdistan Region
admin-whole-country = The whole country
admin-change = Change
admin-save = Save
admin-open = Open
admin-place = Place
admin-state = State
admin-since = Since
admin-until = Until
admin-role = Role
admin-roles = Roles
admin-organisation = Organisation
admin-done = Done
admin-not-done = Still missing
admin-choose-place = Choose a place first
admin-choose-both = Choose the organisation and the role
admin-not-oneself = Nobody does this for themselves. Ask a colleague.
admin-not-possible = This cannot be done. Go back and look at what stands there now.

## The first page

admin-title = Administration
admin-pages = Everything you can set
admin-missing = { $count ->
    [one] One thing is missing before every report is read and everybody finds a place.
   *[other] { $count } things are missing before every report is read and everybody finds a place.
}
admin-nothing-missing = Nothing is missing: every report finds a reader, and somebody answers for a place.
admin-waiting = { $count ->
    [one] One invited member waits until somebody of their organisation confirms them.
   *[other] { $count } invited members wait until somebody of their organisation confirms them.
}
admin-where = { $count ->
    [one] In one place
   *[other] In { $count } places
}
admin-clock-wrong = The clock of the machine is wrong, so no report is taken. Ask whoever keeps the machine to set it, now
admin-recovered = The only administrator was let in again from the server on
admin-recovered-act = If you do not know why, tell data protection and whoever runs the server today.
admin-room-near = Soon no further report is taken: either many wait that nobody has answered, or the disk is nearly full. See that the desks answer, and ask whoever looks after the machine to run “najat doctor”.
admin-room-full = No report is taken at this moment: too many wait that nobody has answered, or the disk is full. Tell the desks and whoever looks after the machine now.
admin-need = What is needed
admin-need-administrators = Two administrators, so that a lost telephone locks nobody out
admin-need-data-protection = Two data protection officers, who confirm the first member of each organisation
admin-need-national = An independent reader for the whole country, in each jurisdiction
admin-need-readers = A reader in every governorate
admin-need-staff = A responder and a supervisor at every reader
admin-need-number = A number for the whole country that somebody rang up
admin-need-checked = Every number rung up within 90 days
admin-need-placement = A placement desk that answers for every governorate
admin-need-desk-number = A number at every placement desk, which tells the way by voice
admin-need-shelter = An organisation that runs a house
admin-need-manager = A manager in every house
admin-need-legal-aid = Legal aid in each jurisdiction
admin-need-oversight = An independent body for oversight in each jurisdiction
admin-need-state-duty = The ministry’s duty officers in each jurisdiction
admin-need-focal-point = The committee’s focal point in each jurisdiction

## Organisations

admin-organisations-title = Organisations
admin-org-new-title = Enter an organisation
admin-org-change-title = Change an organisation
admin-org-none = No organisation is entered yet.
admin-org-name = Name
admin-org-name-en = Name in English
admin-org-name-ar = Name in Arabic
admin-org-name-ckb = Name in Kurdish
admin-org-twice = An organisation of this name is here already. If this is another one, say so below the names
admin-org-another = This is another organisation with the same name
admin-org-name-missing = Write the name in all three languages
admin-org-name-long = Make the name shorter: at most 200 letters
admin-org-kind = What it is
admin-org-kind-hint = Who reads a report, and who is kept from it, follows from this.
admin-org-kind-fixed = Police, armed groups and courts stay behind their wall: enter it as a new organisation
admin-kind-police = Police
admin-kind-armed-group = Armed group
admin-kind-camp = Camp
admin-kind-office = Government office
admin-kind-shelter = Shelter
admin-kind-aid = Aid organisation
admin-kind-court = Court
admin-kind-committee = Committee
admin-org-jurisdiction = Jurisdiction
admin-org-parent = Above it
admin-org-parent-hint = If a report accuses one of them, it is kept from all above and below.
admin-org-parent-none = Nobody
admin-org-parent-below = This one stands below it already
admin-org-places = Where it works
admin-org-places-hint = None chosen means the whole country.
admin-org-independent = It takes orders from no body that a report could accuse
admin-org-independent-hint = Only such a body reads for the whole country, or watches the work.
admin-org-is-independent = independent
admin-org-number = Number of its desk
admin-org-number-hint = For people who work here, never a person’s own number.
admin-org-hours = When it is answered
admin-org-hours-hint = Such as 24/7 or 08:00–14:00.
admin-org-people = People

## Ending an organisation

end-org-title = End this organisation
end-org-lead = What is there now. Nothing has been ended yet.
end-org-people = People who work there
end-org-reads = Reads reports of
end-org-desks = Stands among the desks, how often
end-org-below = Bodies below it
end-org-nowhere = nowhere
end-org-open = Open work that only its people can do
end-org-then = What becomes of it
end-org-then-people = Its people are signed out and work there no more. Those whose role exists at the successor are proposed there: a supervisor of that body says yes or no.
end-org-then-work = Open reports, clocks and requests go to the next reader who is not shut out, within a minute. What nobody can take stands on “Work without anybody”.
end-org-then-shelters = Its houses take nobody any more. While somebody stays there or a place is held, it cannot end.
end-org-then-order = The successor takes its place in the readers’ order and among the desks, where it fits.
end-org-then-excluded = Whatever report accuses it shuts out the successor too, with all above and below it.
end-org-then-keys = Its key stays. Nothing that was written is lost.
end-org-successor = Which body comes after it?
end-org-successor-hint = A body of the same side: one that helps for one that helps.
end-org-nobody = None
end-org-successor-unfit = This body cannot come after it. Choose another.
end-org-sure = I have told its people
end-org-sure-missing = Say that its people know.
end-org-send = End it now
end-org-occupied = { $count ->
    [one] One place is taken or held in its houses. That person needs another place first.
   *[other] { $count } places are taken or held in its houses. Those people need another place first.
}
end-org-own = You work there: another administrator ends it.
end-org-ended = ended

## Members

admin-members-title = Members
admin-members-of = Members of
admin-members-none = Nobody works here yet.
admin-member = Member
admin-member-title = Member
admin-member-waits = Waits to be confirmed
admin-member-invited = Has not begun yet
admin-member-works = Works here
admin-number = Number
admin-colleague-is = { $name } · { $role }
admin-invite-title = Invite somebody
admin-invite-text = You get a code of sixteen digits, shown once. Somebody of that organisation confirms the person; the first one is confirmed by data protection.
admin-invite-name = What colleagues call them
admin-invite-name-hint = Kept sealed. Only a supervisor of that organisation sees it.
admin-invite-name-missing = Write the name, at most 120 letters
admin-invite-sign-in = Sign-in name
admin-invite-sign-in-hint = What they type to come in. No two are alike.
admin-invite-sign-in-missing = Write a sign-in name
admin-invite-sign-in-taken = Somebody has this name. Choose another.
admin-invite-language = Language of their pages
admin-invite-send = Invite and show the code
admin-role-hint = In police, armed groups and courts nobody reads a report or holds a bed.
admin-misfit-force = In police, armed groups and courts there is no such role
admin-misfit-justice = This role belongs to police, an armed group or a court
admin-misfit-administrator = An administrator has no second role
admin-misfit-held = They hold this role there already
admin-misfit-both-sides = Nobody works on both sides of the wall
admin-code-title = One-time code
admin-code-new = Give this code and the sign-in name to the person, by voice or on paper. It is good for a week, once somebody has confirmed them.
admin-code-reset = Give this code to your colleague, by voice or on paper. With it they choose a new password and a new app. Everybody signed in as them is out.
admin-code-once = It is shown only now.
admin-code-noted = I noted it
admin-code-shown-once = This was sent already, and its code is shown once. Open the member and make a new code.
admin-code-again-title = The code is lost or too old
admin-code-again-text = They have not begun yet, so another code may take its place.
admin-code-again = Make a new code
admin-confirm-title = Confirm that they work here
admin-confirm-text = Confirm only somebody you spoke with. An administrator alone makes no member.
admin-confirm = Confirm
admin-confirm-not = If they should not work here, end the role below.
admin-comes-from = Belongs to
admin-unconfirmed = Nobody has confirmed this person yet. Once somebody has, they can get another role.
admin-further-title = One more role
admin-further-text = It counts once it is confirmed.
admin-further-send = Give the role
admin-sessions-title = A device is lost
admin-sessions-text = They are signed out everywhere, and no device is known any more. What they work on stays theirs.
admin-sessions-end = Sign them out everywhere
admin-end-title = They leave
admin-end-text = They cannot come in any more, at once. What they still hold goes to a supervisor. Their name stays sealed; the ledger keeps their number.
admin-end-which = Which role ends
admin-end-all = All of them
admin-end-sure-tick = I am sure
admin-end-sure = Tick that you are sure
admin-end = End it now
admin-last-administrator = Somebody must be left who can run this. Invite another administrator first.

## What waits for a second person

admin-waiting-title = Waits for you
admin-waiting-text = Two people are needed for this. You are the second.
admin-waiting-none = Nothing waits for you.

## Lost factors

admin-reset-title = Telephone or password lost
admin-reset-text = One person proposes, another confirms within a day; then there is a one-time code. Speak with your colleague first.
admin-reset-propose = Propose
admin-reset-confirm = Confirm and show the code
admin-reset-proposed = Somebody proposed to begin this account anew. It lapses
admin-reset-not-you = Colleagues of that person must do this, or it lapsed. Look again.
admin-resets-title = Telephones lost: waiting for the second person
admin-resets-text = Somebody proposed to begin these accounts anew. If you are the second, open the member and confirm after you spoke with them.
admin-resets-second = Who confirms
admin-reset-by-colleague = another colleague there
admin-reset-by-administrator = an administrator
admin-reset-by-data-protection = data protection
admin-colleague-title = A colleague lost their telephone
admin-colleague-text = Two colleagues help together: one proposes, another confirms within a day. Neither is the one who lost it. If only two of you work there, the administrator is the second.
admin-colleague-name = Sign-in name of your colleague
admin-colleague-name-hint = They tell you.
admin-colleague-missing = Write the sign-in name of your colleague
admin-colleague-unknown = No colleague of yours signs in with this name, or somebody else must propose
admin-colleague-nothing = Nobody else proposed this, or it lapsed. Propose it, and let another confirm.
admin-colleague-proposed = It is proposed for a day. Now another colleague opens this page and confirms.
admin-colleague-waits = A reset that a colleague proposed waits for you. Speak with whoever lost the telephone, type their sign-in name and confirm:
admin-colleagues = You and your colleagues

## Handing over

admin-hand-over-title = Hand everything over
admin-hand-over-text = Everything at this desk goes to one colleague in one step. What that colleague is kept from goes to the next who may see it.
admin-hand-over-to = To whom
admin-hand-over-send = Hand over
admin-hand-over-choose = Choose to whom
admin-hand-over-nobody = Nobody else works here who could take over.
admin-hand-over-done = { $count ->
    [0] There was nothing to hand over.
    [one] One record was handed over.
   *[other] { $count } records were handed over.
}
admin-hand-over-left = { $count ->
    [one] One record stays at the desk with nobody: all who could take it are kept from it. Tell your supervisor.
   *[other] { $count } records stay at the desk with nobody: all who could take them are kept from them. Tell your supervisor.
}
admin-successor = No colleague with this name works here in a role that fits. A supervisor always fits.

## Readers

admin-readers-title = Who reads
admin-readers-text = The first who is not accused and has people at the desk reads a report. Behind them all stand the independent readers of the whole country.
admin-readers-in-order = Readers, in order
admin-readers-none = Nobody reads here
admin-readers-no-staff = Lacks a responder or a supervisor
admin-readers-change = Readers
admin-readers-federal = The whole country: federal
admin-readers-kurdistan = The whole country: Kurdistan Region
admin-readers-local-text = Police, armed groups and courts read nothing.
admin-readers-national-text = Only independent organisations read for the whole country.
admin-readers-first = First
admin-readers-second = Second
admin-readers-third = Third
admin-readers-fourth = Fourth
admin-readers-fifth = Fifth
admin-readers-twice = This one is chosen already
admin-readers-unfit = This organisation cannot read
admin-readers-independent = For the whole country, choose an independent organisation

## Numbers

admin-numbers-title = Duty numbers
admin-numbers-text = Anybody sees these numbers. One that nobody rang up for 90 days is not shown.
admin-numbers-none = There is no number yet. Whoever is afraid to write has nobody to call.
admin-number-new = Add a number
admin-number-title = A duty number
admin-number-text = Ring it up before you save: today is written down as the day it was checked.
admin-number-line = Number
admin-number-missing = Write the number as it is dialled
admin-number-for = For whom
admin-number-checked = Checked
admin-number-hidden = Kept off the page
admin-number-stale = Not checked for 90 days: not shown
admin-number-shown = Shown to anybody
admin-number-check = I rang it up today
admin-number-hide = Hide
admin-number-show = Show again
admin-number-choose = Choose a number from the list
admin-number-name-en = Who answers, in English
admin-number-name-ar = Who answers, in Arabic
admin-number-name-ckb = Who answers, in Kurdish
admin-number-name-hint = The line, not a person.
admin-number-name-missing = Write who answers, in all three languages
admin-number-help-en = What for, in English
admin-number-help-ar = What for, in Arabic
admin-number-help-ckb = What for, in Kurdish
admin-number-help-hint = Such as: a place tonight, a lawyer, somebody who listens.
admin-number-help-missing = Write what it is for, in all three languages
admin-number-languages = Languages spoken
admin-number-records = Are calls recorded?
admin-number-reports = Must whoever answers report to the police?
admin-number-desk = Checked by which desk
admin-number-desk-hint = A desk, not a name.
admin-number-desk-missing = Write which desk rang it up
admin-number-keep-off = Keep it off the page for now
admin-number-save = I rang it up: save

## Desks

admin-desks-title = Who answers for what
admin-desks-text = The first one is asked first. Whoever a report accuses is passed by.
admin-desk-title = Who answers
admin-desk-new = Name who answers in another place
admin-desk-none = Nobody answers for this
admin-desk-who = Who answers, in order
admin-desk-first = First
admin-desk-first-hint = Leave all three empty, and nobody answers there.
admin-desk-second = Second
admin-desk-third = Third
admin-desk-unfit = Police, armed groups and courts answer for no care, and oversight must be independent
admin-duty-placement = Placement desks
admin-duty-placement-hint = They ask houses for a place, and tell the escort by voice where it is.
admin-duty-legal-aid = Legal aid
admin-duty-legal-aid-hint = They are told when somebody is held or about to be deported.
admin-duty-oversight = Oversight
admin-duty-oversight-hint = They see what was missed and who looked, never what somebody wrote. They may open a worker’s name, with a reason, and never one of their own.
admin-duty-state-duty = Duty officers of the state
admin-duty-state-duty-hint = They are told when a child has not been seen in time.
admin-duty-focal-point = Focal point of the committee
admin-duty-focal-point-hint = They are told after the duty officers.

## The name behind a number

admin-staff-name-title = A worker’s name
admin-staff-name-text = Opening a name is written in the ledger with your reason.
admin-staff-name = Name
admin-staff-name-open = Open the name
admin-pseudonym = Number in the ledger
admin-pseudonym-hint = The first eight signs are enough.
admin-pseudonym-missing = Write the number as the ledger shows it
admin-pseudonym-unknown = There is no such number that you may open
admin-reason = Why
admin-reason-hint = The ledger keeps it for good.
admin-reason-complaint = Somebody complained
admin-reason-looks = The ledger shows looks that nothing explains
admin-reason-threat = A worker is threatened
admin-reason-court = A court asks for it

## The directory

directory-title = Directory
directory-text = Which organisation does what, and the number of its desk. No worker is named.
directory-place = In which governorate
directory-show = Show
directory-roles = Who works there
directory-number = Number of the desk
directory-no-number = No number entered
directory-none = Nobody is entered for this place yet.
directory-shelters = Where there is a house
directory-shelters-text = Only the governorate is told. Ask for a place, and the placement desk finds one.

## Services, for anybody

services-title = Help near you
services-text = Whom you can call, who reads what you write, and who gives a lawyer.
services-no-number = There is no number for the whole country now. Look under your governorate.
services-by-place = By governorate
services-none = Nothing is entered for the governorates yet.
services-always = day and night
services-numbers = More about each number: who must tell the police, who records calls
services-readers = Who reads what you write here:
services-legal-aid = A lawyer who costs nothing:
services-shelter = There is a safe place here. Call or write, and ask for it.
services-shelter-never-where = Where a safe place stands is told to nobody but whoever goes there.

## What nobody can act on

unattended-title = Work without anybody
unattended-lead = Open work that nobody can act on: the people of its desk left, or everybody there is shut out of it. What somebody else can take is passed on within a minute; the rest waits here.
unattended-none = Somebody is there for everything that is open.
unattended-some = Nobody is there for this.
unattended-what = What
unattended-count = How many
unattended-report = Reports that nobody reads
unattended-request = Requests for a place with nobody at their desk
unattended-placing = Requests for a place that no desk places
unattended-stay = People in a house that nobody manages
unattended-clock = Clocks that nobody answers for
unattended-right = Rights not yet met that nobody answers for
unattended-held = People held for whom nobody answers
unattended-screening = Screenings that nobody can go on with
unattended-case = Cases that nobody can go on with
unattended-mend = Invite somebody for the desk, or name another reader or desk:
stuck-title = Rules that are stuck
stuck-text = These could not do their work. They are tried again by themselves, ever later. Tell whoever keeps the machine the name and the time.
stuck-none = Every rule does its work.
stuck-rule = Rule
stuck-subjects = On how many
stuck-tries = Tried
leaving-title = Before you end this
leaving-lead = Without this person nobody could act on:
leaving-another-title = Name another person first
leaving-another-text = Invite somebody for the same work, and come back once they have signed in. Nothing has been ended.
leaving-another = Invite somebody
leaving-on-title = Or end it now and pass the work on
leaving-on-text = Reports go to the next reader who is not shut out, requests to the next placement desk, rights to whoever else watches there. What nobody can take stays on the page “Work without anybody” of the administrators and of oversight, and its senders read that nobody reads it.
leaving-on = End now, and pass it on
leaving-back = Back, and end nothing

## What a role’s day is

role-day-title = Your day in this role
role-day-responder-1 = Today shows what came in: whoever is in danger now stands first.
role-day-responder-2 = A safe place comes before any question: ask for it at once.
role-day-responder-3 = Write down when you promised to call, and how it is safe.
role-day-caseworker-1 = Today shows whom you promised something, and what runs out.
role-day-caseworker-2 = One person at a time: safe, fed, rested; then the questions.
role-day-caseworker-3 = What you cannot do today, hand to a colleague in one step.
role-day-child_officer-1 = A child’s clock stands first: the child is seen, not only called.
role-day-child_officer-2 = Somebody who may be a child is a child until it is shown otherwise.
role-day-child_officer-3 = No child is placed with adults, and none is asked for papers.
role-day-supervisor-1 = Today shows what is late at your desk, before anybody asks.
role-day-supervisor-2 = You confirm new members, and end whoever leaves, at once.
role-day-supervisor-3 = A place that was refused without a right to comes to you.
role-day-shelter_manager-1 = Say which places are free, so that nobody is asked in vain.
role-day-shelter_manager-2 = A request shows what somebody needs, never who they are.
role-day-shelter_manager-3 = Answer yes or no soon: whoever waits stands in the street.
role-day-placement_desk-1 = Today shows who still has no place tonight.
role-day-placement_desk-2 = The first house that says yes holds the bed; the others are told.
role-day-placement_desk-3 = You see one address, while the hold lives, and tell it by voice.
role-day-investigator-1 = You find what somebody chose to release to you, and nothing else.
role-day-investigator-2 = Whether a person is known is answered alike, always: the request is recorded.
role-day-investigator-3 = Who needs a bed at a checkpoint calls the duty number.
role-day-prosecutor-1 = You find what was released to you, with its number.
role-day-prosecutor-2 = A victim is not charged for what they were made to do.
role-day-prosecutor-3 = Requests about persons are recorded and answered alike.
role-day-legal_aid-1 = Hours count: who is held or about to be deported stands first.
role-day-legal_aid-2 = You see a code and a place until the person says yes.
role-day-legal_aid-3 = After the yes you see the file; the no is respected.
role-day-secretariat-1 = You keep the directory and the numbers true.
role-day-secretariat-2 = You see figures, never a person.
role-day-secretariat-3 = What is missing somewhere, you bring to the committee.
role-day-analyst-1 = You see figures, never a person.
role-day-analyst-2 = Small numbers are hidden, so that nobody is found by them.
role-day-analyst-3 = Say how sure a figure is, and what it cannot tell.
role-day-data_protection-1 = You see who looked at what, and can prove that nothing was changed.
role-day-data_protection-2 = You confirm the first member of every organisation.
role-day-data_protection-3 = You read nothing that anybody wrote.
role-day-evidence_officer-1 = You keep what was released, from hand to hand, without a gap.
role-day-evidence_officer-2 = You find no report and no case of those who help.
role-day-evidence_officer-3 = Requests about persons are recorded and answered alike.
role-day-specialist_unit-1 = You find what was released to you, and nothing else.
role-day-specialist_unit-2 = Those who help keep their files; ask through the prosecutor.
role-day-specialist_unit-3 = Requests about persons are recorded and answered alike.
role-day-oversight_officer-1 = You see rights not yet met and clocks that were missed, by code and hours.
role-day-oversight_officer-2 = You may open a worker’s name, with a reason that is written down.
role-day-oversight_officer-3 = You read nothing that a person told.
role-day-state_duty-1 = A child not seen in time comes to you, by code and place.
role-day-state_duty-2 = Call the desk, and write down that you answered.
role-day-state_duty-3 = You see hours and places, never a name.
role-day-focal_point-1 = What nobody answered comes to you last.
role-day-focal_point-2 = You can bring bodies together that do not call each other.
role-day-focal_point-3 = You see hours and places, never a name.
role-day-administrator-1 = Administration shows what is missing, with the page that mends it.
role-day-administrator-2 = You invite; somebody of that organisation confirms.
role-day-administrator-3 = You see no report, no request and no house.
