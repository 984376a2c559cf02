# What every page says: the frame, forms, problems, times. Reviewed-by: see locales/README.md.

# @reviewed-by: draft
## The program

brand = Najat
neutral-title = Information
skip-to-content = Skip to the content
demo-banner = All people here are made up.
language-choice = Language
change-language = Change the language
main-navigation = Main
back-to-start = Back to the start
back-to-today = Back to Today
bar-more = More

## Way out and hiding

way-out = Leave this page
way-out-how = or press Esc twice
hide-screen = Hide the screen
hide-screen-how = Esc twice
show-again = Show again
hidden-title = Notes
hidden-text = Nothing to see here.
hidden-signed-out = You were away for a while and were signed out. What you typed is still here: sign in in the new window, then press the button below.

## Who is signed in

signed-in-as = { $role }, { $organisation }
role-responder = Duty responder
role-caseworker = Caseworker
role-child_officer = Child protection officer
role-supervisor = Supervisor
role-shelter_manager = Shelter manager
role-placement_desk = Placement desk
role-investigator = Investigator
role-prosecutor = Prosecutor
role-legal_aid = Legal aid lawyer
role-secretariat = Secretariat
role-analyst = Analyst
role-data_protection = Data protection officer
role-evidence_officer = Evidence officer
role-specialist_unit = Specialist unit
role-oversight_officer = Oversight officer
role-state_duty = State duty desk
role-focal_point = Focal point
role-administrator = Administrator

## Times and numbers

month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date = { $day } { $month } { $year }
date-and-hour = { $date }, { $hour }
count-minutes = { $count } min
count-hours = { $count } h
count-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
hours-and-minutes = { $hours } h { $minutes } min
just-now = Just now
ago = { $span } ago
ahead = in { $span }
late = { $span } late
left = { $span } left

## Forms

yes = Yes
no = No
unknown = I do not know
not-needed = not needed
choose-one = Choose one
why-asked = Why do we ask?
digits-hint = In any digits, with or without spaces.
errors-title = { $count ->
    [one] One thing is still to do
   *[other] { $count } things are still to do
}
error-mark = To do:
error-choose = Choose an answer
done-now = Done:
list-choose = Show only some
list-show = Show
list-place = in
list-place-any = all governorates
list-older = that began
list-older-any = at any time
list-older-day = a day ago or more
list-older-three_days = three days ago or more
list-older-week = a week ago or more
error-write = Write something here
area-most = At most { $most } letters
error-too-long = Make this shorter: at most { $most } letters
error-digits = Write { $count ->
    [one] one digit
   *[other] { $count } digits
}, nothing else
error-number = Write a number, in digits
error-date = Write a date such as { $example }
error-hour = Write the hour such as { $example }
error-phone = Write the phone number with its digits only, such as { $example }
error-unkept = There is something in this that cannot be kept. It was taken out: read it once more, then send it
error-turned = There is a mark in this name that turns its letters round. Write the name anew
error-not-on-list = Choose one of the answers shown
send-again = Send this
conflict-title = Somebody wrote here while you did
conflict-text = Nothing is lost. Here is what stands there now and what you wrote. Put it together as it should be, then send it.
conflict-theirs = What stands there now
conflict-mine = What you wrote
conflict-nothing = (empty)

## Lists

list-empty = Nothing here yet.
next-page = Next page
list-looked-through = Only part of the list has been looked through so far.
list-kept = Kept by you
list-keep = Keep this choice
list-forget = Do not keep it any more
list-kept-full = There is no room for another choice. Let one of those you keep go first.
list-look-on = Look further
show-rest = Show { $count } more
previous-page = Back to the beginning

## Problems: what happened, and what to do

problem-not-there-title = Nothing is here
problem-not-there = There is no page at this address, or it is not for you. Check the address, or go back to the start.
problem-not-there-staff = There is no page at this address, or it is not for you. Check the address, or go back to Today.
problem-wrong-way-title = This page works another way
problem-wrong-way = This address does not take what was sent to it. Go back and use the buttons on the page.
problem-too-large-title = That is too much at once
problem-too-large = What you sent is too long. Make it shorter and send it again; you can write more afterwards. If it does not stand here, go back: it still stands there.
problem-too-many-title = Please wait a little
problem-too-many = There were many tries in a short time. Wait { $span }, then try again. If somebody is in danger, call now.
problem-busy-title = Please try again soon
problem-busy = The program cannot save anything right now. Nothing was sent. Try again in a few minutes. If somebody is in danger, call now.
problem-refused-title = This was stopped
problem-refused = This came from another site, so it was stopped to keep you safe. Open the page here and try again.
problem-expired-title = You were signed out
problem-expired = Nobody used this session for a while, so it was closed. Sign in again.
problem-sign-in = Sign in
problem-slow-title = The line was too slow
problem-slow = It is not certain that all of it arrived. Send it again: it counts once.
problem-typed = What you wrote ({ $number })
problem-send-again = Send it again
step-back = Back
problem-sign-in-beside = The sign-in opens in a new window. Sign in there, come back to this page, and send it again.
problem-words-title = This cannot be done
problem-fault-title = Something went wrong here
problem-fault = This is our fault, not yours. Nothing was changed. Try again; if it happens again, tell whoever looks after the program.

## The gallery: pieces shown with made-up data, for tests only

gallery-title = All pieces of a page
gallery-lead = Made-up data, so that every piece can be looked at.
gallery-first = I need help
gallery-second = I'm worried about someone
gallery-note-text = Your phone may still show that you were here.
gallery-text = What happened
gallery-hint = In your own words, as much as you like.
gallery-answer = Is anybody under 18?
gallery-why = It decides who comes first.
gallery-kind = Which of these?
gallery-kinds = All that fit
gallery-place = Place
gallery-phone = Phone number
gallery-code = Your code
gallery-password = Password
gallery-note = Note
gallery-day = Day
gallery-sure = I have read this

## Forms on paper

sheet-title = Paper sheets
sheet-lead = For hours without power or internet, and for places without either. Print some now and keep them at hand.
sheet-back-in = Every sheet has its own number, and so has every question and answer. Once the power is back, type the numbers into “From a sheet of paper” on the page of that form: it is then filled in for you to look over.
sheet-how = Print this page. Each sheet has a number of its own, so print a new one rather than photocopy it.
sheet-copies = Sheets on this page:
sheet-others = Other sheets
sheet-number = Number of the sheet
sheet-number-hint = Twelve digits, at the top of the sheet.
sheet-ticked = What was ticked
sheet-ticked-hint = The number of each question, a dot, the number of the answer: 2.1 3.3 8.1.4 · a count goes after the dot too: 4.3
sheet-type-in = From a sheet of paper
sheet-type-in-how = Type in the numbers, press the button below, and the form is filled in. Nothing is sent before you have seen it.
sheet-print = Print blank sheets
sheet-filled = This is what was ticked on the sheet. Look it over, type what was written, and send it.
sheet-taken = You typed this sheet in before. Look for it in your list. If it is another sheet, leave the number empty.
sheet-wrong-number = This is no number of a sheet. It has twelve digits; look at them again.
sheet-needs-number = Type the number of the sheet too: it says which questions these are.
sheet-other-edition = This sheet is of another form, or was printed before this form was changed. Choose the answers below yourself.
sheet-wrong-ticked = { $part } is not on this sheet, or is there twice. Look at it again.
sheet-wrong-words = Only numbers go here, as in 2.1 3.3. What was written in words goes into the fields below.
sheet-row = No.
sheet-written-by = Written down by
sheet-written-on = Day and hour it was told
sheet-entered-by = Typed in by
sheet-entered-on = Day and hour typed in
sheet-keep = Keep this sheet locked away, and never leave it with the person. Once it is typed in, destroy it.
