# Who did what: the ledger's pages, who has looked, the check, and Today.
# @reviewed-by: draft

## The ledger

ledger-title = Ledger
ledger-text = What was done, by whom and why: the newest first. No names and no content stand here.
ledger-mine-title = What I did
ledger-mine-text = Everything that the ledger holds of you. Nobody can change it, you neither.
ledger-mine-see = See what I did
looks-title = Who has looked
looks-text = Who opened this record or did something with it: the newest first. A list on which only its code stood is not counted here.
looks-none = Nobody has opened this record yet.
looks-back = Back to Today
looks-see = Who has looked
ledger-caption = Entries
ledger-number = Entry
ledger-time = When
ledger-who = Who
ledger-what = What and why
ledger-how = How it ended
ledger-shown = Records
ledger-same = What else was done with the same record
ledger-same-short = Same record
ledger-none = Nothing fits this.
ledger-nothing-yet = Nothing stands here yet.
ledger-all = Show everything
ledger-unreadable = This entry cannot be read: check the ledger.
ledger-find = Show these
ledger-filter = Choose which entries
ledger-filter-who = Number of the person
ledger-filter-who-hint = The eight signs that stand in the list.
ledger-filter-action = What was done
ledger-filter-outcome = How it ended
ledger-filter-day = Day
ledger-filter-day-hint = For example 23/11/2026.
ledger-filter-same = Only what was done with one record.
ledger-you = You
ledger-by-public = Somebody without an account
ledger-by-reporter = Whoever sent the report
ledger-by-rule = A rule of the program
ledger-by-console = Somebody at the server itself
ledger-at-console = At the server itself
outcome-done = done
outcome-looked = only looked at: nothing was done
outcome-absent = refused or not there
outcome-other = ended otherwise
ledger-because = reason

## Purposes

purpose-intake = to receive reports
purpose-placement = to find a safe place
purpose-care = to help
purpose-child_protection = to protect children
purpose-legal_defence = for legal defence
purpose-prosecution = for prosecution
purpose-oversight = for oversight
purpose-statistics = for statistics
purpose-administration = to run the house
purpose-other = for another purpose

## Acts

did-read-public-page = Read a public page
did-read-duty-numbers = Read the numbers to call
did-read-readers = Read who reads reports
did-hand-over-all = Handed over all of a colleague's work
did-extend-exclusion = Shut out one more body
did-sign-in = Signed in
did-enrol-account = Set up an account
did-step-up = Gave a code once more
did-read-own-account = Opened their own account
did-choose-language = Chose a language
did-save-list = Changed which lists they keep
did-end-own-session = Ended a session of their own
did-change-sign-in = Changed how they sign in
did-renew-recovery-codes = Made new recovery codes
did-propose-factor-reset = Asked for a reset of a second factor
did-confirm-factor-reset = Confirmed a reset of a second factor
did-keep-draft = Kept a form
did-read-own-draft = Opened a kept form
did-drop-draft = Dropped a kept form
did-invite-member = Invited a member
did-confirm-member = Confirmed a member
did-end-member = Ended a membership
did-end-sessions = Ended somebody's sessions
did-list-members = Looked at the list of members
did-init-installation = Began this installation
did-set-organisation = Changed an organisation
did-end-organisation = Ended an organisation
did-set-reader-order = Changed who reads
did-set-duty-number = Changed a number to call
did-ask-whether-known = Asked whether somebody is known
did-read-services = Read the services near somebody
did-recover-administrator = Recovered the administrator's account
did-keep-oversight = Let the oversight office follow a change
did-follow-membership = Tell a body who works there by a further role
did-open-staff-name = Opened the name behind a pseudonym
did-list-organisations = Looked at the organisations
did-set-desk = Changed who answers for what
did-read-directory = Read the directory
did-read-today = Opened Today
did-list-unattended = Looked at work without anybody
did-read-ledger = Read the ledger
did-list-looks = Looked at who has looked
did-verify-ledger = Checked the ledger
did-export-ledger = Took the ledger out
did-back-up = Made a backup
did-restore-backup = Restored a backup
did-examine-installation = Looked at how the installation is
did-list-jobs = Looked at long work
did-cancel-job = Cancelled long work
did-rebuild-index = Asked for the index to be made anew
did-index-account = Folded a sign-in name anew
did-other = Something that this version has no word for

## The check

check-title = Check the ledger
check-text = Reads every entry and every signature, in the database and in the log outside it, and everything by which these pages find an entry. Nobody has to wait meanwhile.
check-send = Check now
check-never = It has not been checked since the program was started.
check-running = { $read } of { $of } entries are read.
check-running-text = You can leave this page and come back.
check-again = See how far it is
check-failed = It could not be checked: the log outside the database cannot be read. Tell whoever runs the server.
check-when = Checked
check-holds = Nothing was changed.
check-wrong = Something is wrong.
check-wrong-what = What is wrong
check-unknown-what = What this check cannot know
check-next = Do not repair anything. Keep a copy of the database and of the log, and tell oversight.
check-leaves = Entries read
check-checkpoints = Signatures read
check-lines = Lines of the log read
check-recovered = of them written at a start after a crash
check-offline = Anybody can check a copy without this program's help: najat ledger verify.
check-key = The public key for it
fault-leaf = Entry { $index } was changed.
fault-sequence = Entry { $expected } is missing or moved: { $found } stands in its place.
fault-range = Between entry { $from } and entry { $to } something was changed.
fault-unsigned = Entries { $from } to { $to } were added without a signature.
fault-truncated = Entries were cut off: { $leaves } are left of { $signed }.
fault-fork = The log outside tells another history than the database, between entry { $from } and entry { $to }.
fault-checkpoint = Signature { $position } in the database is not as this ledger made it.
fault-checkpoint-order = Signature { $position } in the database is an old one put back.
fault-checkpoint-missing = The signature over { $size } entries stands in the log and not in the database: it was rolled back or cut off.
fault-log-line = Line { $line } of the log was not signed by this ledger.
fault-log-order = Line { $line } of the log goes back: an older copy of the database was put back and used.
fault-fact-changed = Entry { $index } is found by something else than it says: pages and searches were misled.
fault-fact-missing = Entry { $index } is whole, but no page and no search finds it: somebody took it out of sight.
fault-fact-added = The pages are led to entry { $index }, which is not there.
fault-head = The end of the ledger is not noted as it is: somebody changed the note.
fault-tombstone = The note that record { $position } was shredded is not as this ledger signed it.
unknown-truncation = Whether entries were cut off at the end.
unknown-rollback = Whether the whole is an older copy put back.
unknown-fork = Whether somebody with the signing key wrote another history.
unknown-together = Whether the database and the log were rewritten together: only a copy of the log that somebody else keeps tells.
unknown-ahead = Who saw entries { $from } to { $to }: the log ends before them, as after a crash.
unknown-torn = What line { $line } of the log said: a crash cut it off.
unknown-gap = What the log said of { $count } signatures from { $first } entries on: they are not in it. Later lines cover their entries.
unknown-rewritten = What the log said from { $first } entries on: { $count } of its lines were gone, and a start wrote them anew from the database.
unknown-facts = Whether pages and searches show every entry: what they find entries by is not in this file. A check of the database tells.

## Taking it out

export-title = Take the ledger out
export-text = One file with every entry and every signature. It names nobody. Whoever has it can check with the public key that no entry was changed; whether the pages here show them all, only the check of the database tells. Keep it away from this server.
export-send = Take it out
export-check = To check it
export-back = Back to the ledger

## Today

today-title = Today
today-what = What
today-place = Place
today-due = Time
today-step = Next step
today-alike = { $late ->
    [0] { $count } in all
   *[other] { $count } in all, { $late } late
}
today-more = { $count } more in the list
today-more-many = More than { $count } more in the list
today-calm = Nothing waits for you now.
today-overdue = { $count ->
    [one] One thing is overdue.
   *[other] { $count } things are overdue.
}
today-empty-reports = New reports come to your desk as soon as somebody sends one.
today-to-reports = See all reports
today-empty-asking = Nothing waits. If somebody before you needs a safe place, ask for one.
today-empty-members = Members who wait to be confirmed appear here.
today-to-asking = Ask for a place
today-empty-shelters = Requests come here as soon as somebody needs a place. See that your free places are up to date.
today-to-shelters = See the houses
today-empty-requests = Requests come here as soon as somebody needs a place. See which places are free.
today-empty-clocks = A clock that was missed appears here by itself. None is missed now.
today-to-clocks = See the clocks
today-empty-released = What senders release to you appears here.
today-to-released = See what was released
today-empty-search = Nothing waits. You can ask whether somebody is known.
today-to-search = Ask
today-empty-held = Whoever is held and needs a lawyer appears here.
today-to-held = See those who are held
today-empty-account = Your work here comes with a later version. Your account is ready.
today-to-account = See my account
today-empty-directory = Nothing waits. See who does what and where.
today-to-directory = See the directory
today-unbuilt = What you will work with is not built yet. Until then you can see who does what and where.
today-unbuilt-justice = Investigations, evidence and proceedings are not built yet. What stands in your menu works.
today-unbuilt-care = Referrals and the rest of child protection are not built yet. What stands in your menu works.
today-empty-installation = Nothing waits. See what this installation still lacks.
today-to-installation = See the checklist
today-empty-ledger = Nothing waits. The ledger tells what was done.
today-to-ledger = See the ledger
today-check-never = The ledger was not checked since the start
today-check-old = The ledger was last checked more than a day ago
today-check-wrong = Something is wrong in the ledger
today-check-step = Check now
today-check-see = See what is wrong
today-member = A member waits to be confirmed
today-member-step = See the members
today-reset = A telephone was lost: you are the second person
today-reset-step = Help a colleague
today-installation = See what this installation still lacks
today-installation-step = Open the checklist
today-report-danger = Report: danger now
today-report-held = Report: somebody is held
today-report-new = Report without an answer
today-report-wrote = The sender wrote again
today-report-nobodys = Nobody answers for this report any more
today-promise-call = A call was promised
today-promise-look = To be looked at again
today-unattended = There is open work that nobody can act on
today-unattended-step = See what, and where
today-job-failed = Long work failed and was given up
today-job-step = See what, and why
today-report-answer = Read and answer
today-report-read = Read
today-report-hand = Hand to a colleague
today-age-child = under 18
today-age-unknown = perhaps under 18

## Kept forms

draft-field = Another field

## The demo

step-up-made-up = Made-up people have no telephone. Their code now:

## Figures

figures-title = Figures
figures-lead = What the program counts by itself at this moment. Small counts stand here too: pass none of them on.
figures-none = Nothing yet.
figures-by = Who or what
figures-count = How many
figures-half = Half waited at most
figures-sum = All together
figure-placed = Placed in a house in the last 24 hours
figure-refused = Refusals of houses, by reason
figure-safe = Children seen in a safe place
figure-unmet = Rights not yet met
figure-sex-female = Women and girls
figure-sex-male = Men and boys
figure-sex-not_said = Sex not said
figure-age-under_13 = Up to 12
figure-age-from_13 = 13 to 17
figure-age-adult = Adults
figure-age-unknown = Age not known
did-read-figures = Read the figures

## Handing a shift over

handover-title = Hand over the shift
handover-lead = All that is open at your desk, and what was promised for the hours to come. Whoever goes looks through it with whoever comes.
handover-more = More of these: see the list
handover-last = Who took over
handover-nobody = Nobody has taken over here yet.
handover-send = I have read this, and take over
did-take-over-shift = Took over a shift
