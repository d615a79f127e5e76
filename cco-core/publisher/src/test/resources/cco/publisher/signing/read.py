# python3 read.py REPOSITORY ANCHOR STORE: every target of a repository, read by python-tuf from a root alone.
import inspect
import json
import os
import sys

from tuf.ngclient import Updater


def main(repository, anchor, store):
    targets = os.path.join(store, "targets")
    os.makedirs(targets)
    with open(anchor, "rb") as file:
        root = file.read()
    given = {}
    if "bootstrap" in inspect.signature(Updater.__init__).parameters:  # since 6.0; before, the store has it
        given["bootstrap"] = root
    else:
        with open(os.path.join(store, "root.json"), "wb") as file:
            file.write(root)
    updater = Updater(store, repository + "/metadata/", targets, repository + "/", **given)
    updater.refresh()

    def read(role):
        with open(os.path.join(store, role + ".json"), "rb") as file:
            return json.load(file)["signed"]

    for name in read("targets")["targets"]:
        updater.download_target(updater.get_targetinfo(name))
        print(name)
    print("root", read("root")["version"])


try:
    main(*sys.argv[1:])
except Exception as error:
    print(error)
    sys.exit(1)
