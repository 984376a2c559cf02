# A person's own account: signing in, enrolling, devices, forms that were kept. Reviewed-by: see locales/README.md.

# @reviewed-by: draft
## The door

account-sign-in-title = Sign in
account-sign-in = Sign in
account-sign-in-name = Sign-in name
account-password = Password
account-code = Six digits from your app
account-code-hint = From the app on your phone. In any digits, with or without spaces.
account-code-or-recovery = From the app on your phone, or one of your recovery codes.
account-recovery-code = Recovery code
account-recovery-hint = Sixteen digits. Each code works once.
account-use-recovery = Use a recovery code
account-use-digits = Use the digits from the app
account-have-one-time = I have a one-time code
account-have-account = I have an account
account-lost-all = Lost everything? Ask the supervisor of your organisation.
account-name-missing = Write your sign-in name
account-password-missing = Write the password
account-code-missing = Write the digits
account-code-wrong = These digits do not fit. Wait for the next ones and try again.
account-refused = The name, the password or the digits do not fit. Try all three again.
account-form-kept = What you wrote is kept. Sign in and send it again.
account-again-title = One moment
account-again-open = Open the page
account-demo-title = Made-up people
account-demo-text = Choose whom you want to be. All of them are made up.
account-demo-enter = Enter as
account-demo-rest = Everybody else, by role and place
account-step-up-title = Show once more that it is you
account-step-up-text = This needs the digits once more. They count for five minutes.
account-step-up-completes = After the digits, what you sent is done at once.
account-step-up = Continue

## Enrolling

account-enrol-title = Begin your account
account-enrol-text = Somebody of your organisation gave you a sign-in name and a code of sixteen digits.
account-one-time = One-time code
account-one-time-missing = Write the one-time code
account-one-time-wrong = The name and the code do not fit, or the code is too old. Ask for a new one.
account-enrol-over = This took too long. Open the page for one-time codes and begin again.
account-go-on = Continue
account-set-up-title = Your password and your app
account-new-password = New password
account-password-hint = At least twelve letters. A few words that nobody would guess are good.
account-password-twice = The same once more
account-password-again = Write the password once more
account-password-differs = This is not the same as above
account-password-short = Make it longer: at least twelve letters
account-password-long = Make it shorter: at most 200 letters
account-password-common = This is one of the passwords that are tried first. Choose another.
account-password-simple = This repeats itself or follows the keys. Choose another.
account-password-own = This is too much like your name. Choose another.
account-factor-title = Your app
account-factor-text = Install an app for six-digit codes on your phone and show it this picture.
account-factor-picture = Picture for the app
account-factor-typed = Or type this into the app:
account-factor-link = Or open the app on this device
account-digits-hint = That the app shows now.
account-digits-wrong = These digits do not fit. Check the clock of your phone and write the ones it shows now.
account-enrolled-title = Your recovery codes
account-codes-text = Each of these codes lets you in once without the app. Write them down and keep them where nobody finds them.
account-codes-once = They are shown only now.
account-sign-in-now = I have written them down: sign in

## One's own account

account-title = My account
account-name = Name
account-sign-out = Sign out
account-roles = My roles
account-role-now = now
account-role-change = Act in this role
account-signing-in = How I sign in
account-password-title = Change the password
account-password-ends = Everybody who is signed in as you elsewhere is signed out.
account-authenticator-title = Another app or phone
account-factor-set = Your six digits were set up
account-factor-not-you = If that was not you, tell your supervisor at once.
account-codes-title = Recovery codes
account-codes-left = { $count ->
    [0] none left
    [one] one left
   *[other] { $count } left
}
account-codes-renew-text = New codes put an end to the old ones.
account-codes-renew = Show ten new codes
account-change = Change
account-back = Back to my account
account-devices = My devices
account-devices-text = From these you signed in. End what you do not know or have lost.
account-device = Device
account-device-first = First
account-device-last = Last
account-device-act = End
account-device-this = this one
account-device-signed-in = signed in
account-device-end = End
account-device-android = Android phone
account-device-ios = iPhone or iPad
account-device-windows = Windows
account-device-mac = Mac
account-device-linux = Linux
account-device-other = Another device
account-end-others = Sign out everywhere else

## Forms that were kept

account-drafts = Kept for you
account-draft-of = A form of
account-draft-title = What you wrote is still here
account-draft-text = This was not sent: your session was over, or your six digits were needed again. It was written:
account-draft-sent = If somebody changed the same thing since, you will see both texts side by side.
account-draft-send = Send it now
account-draft-later = Not now (it is kept for a day)
