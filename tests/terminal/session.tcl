# SPDX-License-Identifier: MIT
# Words for tests of questions on a real pseudo-terminal:
#   expect -f NAME.exp PROGRAM
set program [lindex $argv 0]
set folder [exec mktemp -d]
set timeout 20
log_user 0
set env(TZ) UTC
set env(HOME) $folder
set env(ONEONONE_TODAY) 2026-11-24
set env(EDITOR) true
set env(NO_COLOR) 1
unset -nocomplain env(ONEONONE_NOTEBOOK) env(ONEONONE_EDITOR) env(VISUAL) env(XDG_CONFIG_HOME)

proc fail {what} {
  global scenario folder
  puts "$scenario: $what"
  cd /
  exec rm -rf $folder
  exit 1
}

proc write {path text} {
  file mkdir [file dirname $path]
  set file [open $path w]
  puts -nonewline $file $text
  close $file
}

# Starts the notebook of all scenarios, and fills it.
proc in_notebook {fill} {
  global program folder scenario
  set scenario "the notebook"
  cd $folder
  exec $program init --me dana --no-git -q
  uplevel $fill
}

proc scenario {name steps} {
  global scenario
  set scenario $name
  uplevel $steps
}

proc run {args} {
  global program spawn_id
  spawn -noecho $program {*}$args
  set spawn_id $spawn_id
}

proc says {text} {
  global spawn_id
  expect {
    -ex $text {}
    timeout { fail "waited for: $text" }
    eof { fail "ended before: $text" }
  }
}

proc asks {question answer} {
  global spawn_id
  says $question
  send -- "$answer\r"
}

proc end_of_input {} {
  global spawn_id
  send -- "\004"
}

proc interrupt {} {
  global spawn_id
  send -- "\003"
  expect {
    eof {}
    timeout { fail "an interrupt did not end it" }
  }
  wait
}

proc ends {status} {
  global spawn_id
  expect {
    eof {}
    timeout { fail "did not end" }
  }
  set ended [lindex [wait] 3]
  if {$ended != $status} { fail "status $ended instead of $status" }
}

proc holds {path text} {
  set file [open $path]
  set found [read $file]
  close $file
  if {$found ne $text} { fail "$path holds\n$found" }
}

proc finish {} {
  global folder
  cd /
  exec rm -rf $folder
}
