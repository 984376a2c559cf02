# Interpreters: whom one can call, and what a person says of one.
# @reviewed-by: draft

interpreter-title = Interpreter
interpreter-list-title = Interpreters
interpreter-list-lead = People who interpret, without their names. Let the person say whether a woman or a man, and from where. Each number is opened by itself, and that is written down.
interpreter-for = For
interpreter-list-of = Whom this person declined, or whoever exploited them used, does not stand here.
interpreter-list-caption = Interpreters, those who have been here longest first
interpreter-list-empty = No interpreter was entered yet. A supervisor of a desk enters the first.
interpreter-list-none-such = Nobody here fits that. Try without the place: many interpret by telephone.
interpreter-find = Find an interpreter
interpreter-all = All interpreters
interpreter-back-to = Back to the interpreter
interpreter-code = Code
interpreter-place = Place
interpreter-filter-language = Interpreters of
interpreter-filter-any = any language
interpreter-filter-sex = who are
interpreter-filter-anybody = women or men
interpreter-filter-state = and stand
interpreter-filter-all = in the directory

interpreter-languages = Languages
interpreter-languages-hint = Tick all that they interpret well.
interpreter-sex = Woman or man
interpreter-sex-hint = Many people can tell it only to a woman, or only to a man.
interpreter-sex-female = A woman
interpreter-sex-male = A man
interpreter-where = In which governorate do they come to somebody?
interpreter-number = Number
interpreter-number-hint = Day and night, if they agree. It is kept sealed.
interpreter-number-missing = Write the number as it is dialled
interpreter-oath = What have they sworn?
interpreter-oath-hint = Nobody interprets here without knowing that nothing leaves the room.
interpreter-oath-court = An oath before a court
interpreter-oath-signed = A promise to keep silent, signed
interpreter-oath-nothing = Nothing yet
interpreter-links = To whom are they linked?
interpreter-links-hint = Community, family, employers and agencies they worked for: so that nobody meets the side of those they fear. Write “none known” if it is so.
interpreter-links-missing = Write to whom they are linked, or that none is known

interpreter-add-title = Enter an interpreter
interpreter-add-lead = No name. Your desk vouches for them: ask for their oath and their links before you enter them. Every desk that helps finds them then.
interpreter-add = Enter them
interpreter-known = This number stands in the directory already, or its owner is not to be called again. Ask the other desks.
interpreter-change-title = Change what is written
interpreter-change-lead = It says this from now on, at every desk.
interpreter-change = Change it
interpreter-stale = Somebody changed this meanwhile. What you typed is below: open the interpreter again and compare.
interpreter-clear-title = There is nothing to it
interpreter-clear-lead = Somebody says that people who exploit others used this interpreter. Talk with whoever vouched for them before you decide. They are never offered again to the people who said it.
interpreter-clear-sure = I looked into it, and there is nothing to it
interpreter-clear-missing = Tick it only once you looked into it
interpreter-clear = Offer them again
interpreter-not-doubted = Nobody doubts this interpreter any more.
interpreter-end-title = Take them out
interpreter-end-lead = The number and the links are destroyed. It cannot be undone.
interpreter-end = Take them out
interpreter-because = Why?
interpreter-because-hint = Whoever worked for people who exploit others is known by their number and cannot be entered again.
interpreter-because-stopped = They do this no more
interpreter-because-asked = They ask for it
interpreter-because-linked = They worked for people who exploit others

interpreter-state-offered = offered
interpreter-state-doubted = in doubt
interpreter-state-ended = taken out
interpreter-state-barred = taken out for good
interpreter-is-doubted = Somebody says that people who exploit others used this interpreter. No other desk sees them until your desk has looked.
interpreter-is-over = They were taken out. The number is destroyed.
interpreter-not-offered = Not for this person: they declined this interpreter, or whoever exploited them used them.
interpreter-before = Before the talk: say no name and no place on the telephone. Ask the person whether they know this interpreter, and whether they want them. Never a relative, a companion or a child.

interpreter-say-title = How was it?
interpreter-say-hint = Whom the person declines is not offered to them again. Whom their employer used is offered to nobody until the desk that vouches has looked.
interpreter-word = How was it?
interpreter-word-helped = They interpreted
interpreter-word-declined = The person wants another
interpreter-word-employer = Whoever exploited them used this interpreter
interpreter-task = An interpreter is in doubt
interpreter-step = Look into it

did-add-interpreter = Entered an interpreter
did-write-interpreter = Changed or took out an interpreter
did-list-interpreters = Looked for an interpreter
did-follow-interpreter = Kept the directory of interpreters in order
