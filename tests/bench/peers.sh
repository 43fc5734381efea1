# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034,SC2154  # words of run's, and one that it reads
# The items of a notebook in four other programs, and all of them listed side by side. Sourced by
# tests/bench/run.

peer_packages='taskwarrior todotxt-cli ledger hledger jq'

# Gives the items of notebook $1 to each program: what is open as pending, what is closed as done.
fill_peers() {
  folder=$PWD/peers-$1
  [ -e "$folder/filled" ] && return
  echo "filling the peers with $1" >&2
  rm -rf "$folder"
  mkdir -p "$folder/task" "$folder/todo"
  "$oneonone" -C "$1" --today "$today" actions -q --json | jq -c '.items[]' >"$folder/items"
  "$oneonone" -C "$1" --today "$today" actions -q --closed --json | jq -c '.items[]' >>"$folder/items"

  printf '%s\n' "data.location=$folder/task" confirmation=off verbose=nothing hooks=off \
    >"$folder/taskrc"
  jq -c 'def stamp: gsub("-"; "") + "T120000Z";
    {description: .text, project: .person, tags: ["x"], entry: (.since // "2020-01-01" | stamp)}
    + (if .due then {due: (.due | stamp)} else {} end)
    + if .status == "open" then {status: "pending"}
      else {status: "completed", end: (.done // .since // "2020-01-01" | stamp)} end' \
    "$folder/items" | jq -s . >"$folder/tasks.json"
  task "rc:$folder/taskrc" import "$folder/tasks.json" >/dev/null 2>&1

  printf 'export %s\n' "TODO_DIR=$folder/todo" "TODO_FILE=$folder/todo/todo.txt" \
    "DONE_FILE=$folder/todo/done.txt" "REPORT_FILE=$folder/todo/report.txt" >"$folder/todo.cfg"
  for state in todo 'done'; do
    jq -r --arg state "$state" 'select((.status == "open") == ($state == "todo"))
      | (if $state == "done" then "x " + (.done // "2020-01-01") + " " else "" end)
      + (.since // "2020-01-01") + " " + .text + " +" + .person' \
      "$folder/items" >"$folder/todo/$state.txt"
  done

  jq -rs 'sort_by(.since // "")[] | (.since // "2020-01-01") + (if .status == "open" then " ! " else " * " end)
    + (.text | gsub("[;|]"; ",")) + "\n    Owed:" + .person + "  1\n    Promised\n"' \
    "$folder/items" >"$folder/journal"
  touch "$folder/filled"
}

# The table for notebook $1: what is open, listed by each.
peers() {
  fill_peers "$1"
  folder=$PWD/peers-$1
  list() {
    program=$1
    shift
    row "$name: actions, $program" -- "$oneonone" -C "$name" --today "$today" actions -- "$@"
  }
  name=$1
  list 'task list' task "rc:$folder/taskrc" list
  list 'todo.txt ls' todo-txt -p -d "$folder/todo.cfg" ls
  list 'ledger reg --pending' ledger -f "$folder/journal" reg --pending
  list 'hledger reg --pending' hledger -f "$folder/journal" reg --pending
}
