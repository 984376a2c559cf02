# Copies of the installation, on the page of the administrator.
# @reviewed-by: draft

backup-title = Backup copies
backup-what = A copy holds all data and the ledger as they stand now, while everybody goes on working. No key lies in it: without the key files, kept elsewhere, nothing in it can be read. Carry each copy to another place.
backup-make = Make a copy now
backup-under-way = A copy is being made. This page shows it when it is whole.
backup-there = Copies in the folder
backup-none = There is no copy yet.
backup-at = Made
backup-entries = Ledger entries
backup-folder = Folder
backup-no-folder = No folder for copies has been set. Whoever runs the server names it as `backup` in `najat.toml`.
backup-failed = The copy could not be made. Nothing was lost. Ask whoever runs the server whether the folder can be written to and has room.
