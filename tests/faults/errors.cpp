// SPDX-License-Identifier: MIT
// System calls that fail.
#include "faults/errors.hpp"

#include <fmt/format.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace oneonone::faults {
namespace {

/// Why a call fails; `lasting`: so does every later call of that name.
struct Reason {
  int error = 0;
  bool lasting = false;
};

std::vector<Reason> reasons_to_open(const Call& call) {
  std::vector<Reason> reasons{{EACCES}, {EMFILE}, {EIO}, {ENOMEM}};
  if (may_write(call)) reasons.insert(reasons.end(), {{ENOSPC}, {EDQUOT}, {EROFS}});
  return reasons;
}

std::vector<Reason> reasons_of(const Call& call) {
  switch (call.number) {
    case SYS_openat:
      return reasons_to_open(call);
    case SYS_read:
    case SYS_pread64:
      return {{EIO}, {EIO, true}};
    case SYS_write:
      return {{EIO}, {ENOSPC, true}, {EDQUOT, true}, {EFBIG}};
    case SYS_fsync:
      return {{EIO}, {ENOSPC}, {EDQUOT, true}};
    case SYS_close:
      return {{EIO}};
    case SYS_newfstatat:
    case SYS_faccessat2:
    case SYS_readlink:
      return {{EACCES}, {EIO}, {ENOMEM}};
    case SYS_getdents64:
      return {{EIO}, {ENOMEM}};
    case SYS_flock:
      return {{ENOLCK}};
    case SYS_rename:
    case SYS_renameat:
    case SYS_renameat2:
      return {{EACCES}, {EIO}, {ENOSPC}, {EROFS, true}};
    case SYS_mkdir:
      return {{EACCES}, {ENOSPC}, {EROFS, true}};
    case SYS_unlink:
    case SYS_unlinkat:
    case SYS_rmdir:
      return {{EACCES}, {EIO}};
    case SYS_fchown:
    case SYS_fchmod:
    case SYS_chmod:
      return {{EPERM}, {EROFS}};
    case SYS_getcwd:
      return {{ENOENT}, {EACCES}};
    case SYS_pipe2:
      return {{EMFILE}};
    case SYS_clone:
    case SYS_clone3:
    case SYS_vfork:
      return {{EAGAIN}, {ENOMEM}};
    default:
      return {};
  }
}

bool takes_away(long number) {
  return number == SYS_unlink || number == SYS_unlinkat;
}

/// The calls of an undisturbed run, in order.
std::vector<Call> calls_of(Trial& trial) {
  std::vector<Call> calls;
  trial.disturb("", [&](const Call& call) {
    calls.push_back(call);
    return Fate{};
  });
  trial.put_back();
  return calls;
}

void fail_call(Trial& trial, std::size_t index, long number, Reason reason) {
  std::size_t at = 0;
  bool begun = false;
  const std::string where = fmt::format("call {}, {}, fails: {}", index + 1, name_of(number),
                                        std::strerror(reason.error));
  const Ended ended = trial.disturb(where, [&](const Call& call) {
    // Of a lasting reason one must be able to hear: talk goes on.
    const bool is_talk = call.number == SYS_write && call.arguments[0] == STDERR_FILENO;
    const bool is_later = begun && call.number == number && !is_talk;
    if (at++ != index && !is_later) return Fate{};
    begun = reason.lasting;
    return Fate{Fate::fail, reason.error};
  });
  if (ended.status == 4) {
    trial.accept_part();
    return trial.put_back();
  }
  trial.look();
  trial.require_told(ended);
  if (!takes_away(number)) trial.look_for_leftovers();
  trial.heal();
  trial.put_back();
}

/// What must go on as if nothing had happened.
std::vector<Fate> hindrances_of(const Call& call) {
  switch (call.number) {
    case SYS_write:
      return {{Fate::fail, EINTR}, {Fate::shorten, 7}};
    case SYS_read:
      return {{Fate::fail, EINTR}, {Fate::shorten, 7}};
    case SYS_openat:
    case SYS_pread64:
    case SYS_fsync:
    case SYS_flock:
    case SYS_wait4:
      return {{Fate::fail, EINTR}};
    default:
      return {};
  }
}

void hinder_call(Trial& trial, std::size_t index, long number, Fate fate) {
  std::size_t at = 0;
  const Ended ended =
      trial.disturb(fmt::format("call {}, {}, is {}", index + 1, name_of(number),
                                fate.kind == Fate::fail ? "interrupted" : "cut short"),
                    [&](const Call&) { return at++ == index ? fate : Fate{}; });
  trial.look();
  trial.look_for_leftovers();
  const Ended& expected = trial.expected().ended;
  if (ended.status != expected.status || ended.out != expected.out || !trial.is_done())
    trial.complain(&Tally::silent, fmt::format("it ends with {}: {}", ended.status, ended.err));
  trial.put_back();
}

}  // namespace

Tally fail_calls(const Home& home, const Program& program, const Case& one, int first, int step) {
  Trial trial(home, program, one);
  const std::vector<Call> calls = calls_of(trial);
  int point = 0;
  for (std::size_t index = 0; index < calls.size() && !trial.is_hopeless(); ++index) {
    for (const Reason reason : reasons_of(calls[index])) {
      if (point++ % step == first % step) fail_call(trial, index, calls[index].number, reason);
    }
  }
  return trial.tally();
}

Tally interrupt_calls(const Home& home, const Program& program, const Case& one, int first,
                      int step) {
  Trial trial(home, program, one);
  const std::vector<Call> calls = calls_of(trial);
  int point = 0;
  for (std::size_t index = 0; index < calls.size() && !trial.is_hopeless(); ++index) {
    for (const Fate fate : hindrances_of(calls[index])) {
      if (point++ % step == first % step) hinder_call(trial, index, calls[index].number, fate);
    }
  }
  return trial.tally();
}

}  // namespace oneonone::faults
