// SPDX-License-Identifier: MIT
// Reads many files side by side. All threads of the program are here.
#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <thread>

#include "system/posix.hpp"
#include "system/posix_reader.hpp"

namespace oneonone {
namespace {

using Batch = Files::Batch;
using Unreadable = Files::Unreadable;

/// Below this many files the threads cost more than they give.
constexpr std::size_t files_worth_threads = 100;
/// More do not help, however many processors there are, nor however slow the disk is.
constexpr std::size_t most_threads = 8;

/// The processors that this process may run on. The standard library counts the others, too.
class Processors {
 public:
  Processors() {
    if (::sched_getaffinity(0, sizeof usable_, &usable_) != 0) CPU_ZERO(&usable_);
  }

  std::size_t count() const {
    const auto known = static_cast<std::size_t>(CPU_COUNT(&usable_));
    return known > 0 ? known : most_threads;
  }

  /// Starts a thread on another one than this: some kernels leave a new thread where it was made
  /// until this one waits, while other processors have nothing to do.
  void start_elsewhere(const std::function<void()>& work) const {
    cpu_set_t others = usable_;
    const int here = ::sched_getcpu();
    if (here >= 0) CPU_CLR(static_cast<std::size_t>(here), &others);
    if (CPU_COUNT(&others) > 0) start_on(others);
    std::thread thread(work);
    // From now on it may go where it likes.
    ::pthread_setaffinity_np(thread.native_handle(), sizeof usable_, &usable_);
    thread.detach();
  }

 private:
  /// Threads that are made from now on start on one of these.
  static void start_on(const cpu_set_t& processors) {
#ifdef __GLIBC__
    pthread_attr_t attributes;
    ::pthread_attr_init(&attributes);
    ::pthread_attr_setaffinity_np(&attributes, sizeof processors, &processors);
    ::pthread_setattr_default_np(&attributes);
    ::pthread_attr_destroy(&attributes);
#endif
  }

  cpu_set_t usable_{};
};

/// How often a thread lets others run before it sleeps until something has happened.
constexpr int most_yields = 300;

/// A mutex for what takes microseconds: who waits lets others run for a while before it sleeps. A
/// thread that sleeps wakes up much later, and some kernels put it behind the one that woke it,
/// while another processor has nothing to do.
class BriefMutex {
 public:
  void lock() {
    for (int tries = 0; tries < most_yields; ++tries) {
      if (mutex_.try_lock()) return;
      std::this_thread::yield();
    }
    mutex_.lock();
  }
  void unlock() { mutex_.unlock(); }

 private:
  std::mutex mutex_;
};

/// How many threads do something. Each of them holds it too, since they are not joined: that waits
/// until a thread is gone, and gives its stack back while it is still in use on another processor.
class Running {
 public:
  void begin() { ++count_; }
  void end() {
    --count_;
    count_.notify_all();
  }

  void wait_for_none() const {
    for (int tries = 0; count_ > 0 && tries < most_yields; ++tries) std::this_thread::yield();
    for (std::size_t now = count_; now > 0; now = count_) count_.wait(now);
  }

 private:
  std::atomic<std::size_t> count_ = 0;
};

/// How often this thread has waited for something: for a disk, but for a few locks.
long waits() {
  rusage used{};
  ::getrusage(RUSAGE_THREAD, &used);
  return used.ru_nvcsw;
}

/// A batch that is being read.
struct Reading {
  Reading(Batch what, std::size_t index)
      : batch(std::move(what)), number(index), unread(batch.names.size()) {}

  Batch batch;
  std::size_t number;     ///< no other batch has it
  std::size_t taken = 0;  ///< the files before this one are taken
  std::size_t unread;     ///< how many are not visited yet
  Unreadable unreadable;  ///< in any order

  bool all_taken() const { return taken == batch.names.size(); }
};

/// Some files of a batch, for one thread.
struct Block {
  std::shared_ptr<Reading> reading;
  std::size_t begin = 0, end = 0;
};

/// What one thread reads with.
struct Worker {
  FileReader files;
  std::optional<std::size_t> number;  ///< of the batch whose folder is open
  std::shared_ptr<Reading> own;       ///< the batch of which blocks are taken, while there are any

  void open(const Reading& reading) {
    if (number == reading.number) return;
    files.open(reading.batch.folder);
    number = reading.number;
  }
};

/// One scan. Each thread reads a batch of its own, as two in one folder wait for each other in the
/// kernel; when there are no more batches it takes blocks of files from those of others.
class Scan {
 public:
  explicit Scan(const Files::NextBatch& next) : next_(next) {}

  void run() {
    look_ahead();
    const bool many = files_ >= files_worth_threads;
    if (many) start(processors_.count());
    work([&, before = waits(), blocks = std::size_t{0}]() mutable {
      // Threads wait for a disk side by side, whatever the processors. To ask is a call: less and
      // less often.
      if (!many || !std::has_single_bit(++blocks)) return;
      const std::size_t read = blocks * Files::block_size;
      if (waits() - before > static_cast<long>(read / 4)) start(most_threads);
    });
    others_->wait_for_none();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  /// Fetches until it shows whether threads are worth their cost.
  void look_ahead() {
    while (files_ < files_worth_threads) {
      auto reading = fetch();
      if (!reading) return;
      waiting_.push_back(std::move(reading));
    }
  }

  /// Starts threads until there are so many, this one counted.
  void start(std::size_t wanted) {
    wanted = std::min(wanted, most_threads);
    while (started_ + 1 < wanted && start_one()) ++started_;
  }

  /// False when there is no thread to be had, or no memory for one: those that run do all the work.
  bool start_one() {
    others_->begin();
    try {
      processors_.start_elsewhere([this, others = others_] {
        work_apart();
        others->end();  // this scan may be gone from now on
      });
      return true;
    } catch (const std::exception&) {
      others_->end();
      return false;
    }
  }

  /// With a table of open files of its own: in one that threads share, each open and each close of
  /// one waits for those of the others. Where there is no such thing, it does wait.
  void work_apart() noexcept {
    ::unshare(CLONE_FILES);
    work([] {});
  }

  /// Reads block after block.
  void work(const std::function<void()>& after_block) noexcept {
    try {
      Worker worker;
      while (const auto block = take_block(worker.own)) {
        read(*block, worker);
        after_block();
      }
    } catch (...) {
      ended_ = true;
      const std::scoped_lock lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
    }
  }

  std::optional<Block> take_block(std::shared_ptr<Reading>& own) {
    auto block = own ? block_of(own) : std::nullopt;
    while (!block && ((own = take_waiting()) || (own = fetch()))) block = block_of(own);
    return block ? block : block_of_others();
  }

  /// A batch that was fetched ahead and is nobody's; null when there is none.
  std::shared_ptr<Reading> take_waiting() {
    const std::scoped_lock lock(mutex_);
    if (waiting_.empty()) return nullptr;
    auto reading = std::move(waiting_.front());
    waiting_.pop_front();
    return reading;
  }

  std::optional<Block> block_of(const std::shared_ptr<Reading>& reading) {
    const std::scoped_lock lock(mutex_);
    return next_block(reading);
  }

  std::optional<Block> next_block(const std::shared_ptr<Reading>& reading) const {
    if (reading->all_taken() || failure_) return std::nullopt;
    Block block{reading, reading->taken, 0};
    const std::size_t end = block.begin + Files::block_size;
    block.end = reading->taken = std::min(end, reading->batch.names.size());
    return block;
  }

  std::optional<Block> block_of_others() {
    const std::scoped_lock lock(mutex_);
    std::optional<Block> block;
    for (std::size_t i = 0; i < readings_.size() && !block; ++i) block = next_block(readings_[i]);
    return block;
  }

  /// The next batch that has files; null when there is none.
  std::shared_ptr<Reading> fetch() {
    const std::scoped_lock turn(turn_);
    while (auto batch = ended_ ? std::nullopt : next_()) {
      files_ += batch->names.size();
      if (!batch->names.empty())
        return share(std::make_shared<Reading>(std::move(*batch), batches_++));
      if (batch->join) batch->join();
      batch->done({});
    }
    ended_ = true;
    return nullptr;
  }

  /// Lets others see a batch.
  std::shared_ptr<Reading> share(std::shared_ptr<Reading> reading) {
    const std::scoped_lock lock(mutex_);
    readings_.push_back(reading);
    return reading;
  }

  void read(const Block& block, Worker& worker) {
    Reading& reading = *block.reading;
    worker.open(reading);
    Unreadable unreadable;
    const std::span<const std::string> names(reading.batch.names);
    // Some are read, then those are visited: what runs in turn for each would drive the kernel's
    // code and ours out of the processor's caches.
    for (std::size_t index = block.begin; index < block.end;) {
      for (ReadFile& file : worker.files.read(names.subspan(index, block.end - index))) {
        if (file.wrong.empty()) file.wrong = reading.batch.visit(index, file.bytes);
        if (!file.wrong.empty()) unreadable.emplace_back(index, std::move(file.wrong));
        ++index;
      }
    }
    finish(block, std::move(unreadable));
  }

  void finish(const Block& block, Unreadable unreadable) {
    Reading& reading = *block.reading;
    {
      const std::scoped_lock lock(mutex_);
      std::ranges::move(unreadable, std::back_inserter(reading.unreadable));
      reading.unread -= block.end - block.begin;
      if (reading.unread > 0 || failure_) return;
      std::erase(readings_, block.reading);
    }
    std::ranges::sort(reading.unreadable);
    if (reading.batch.join) reading.batch.join();
    const std::scoped_lock turn(turn_);
    reading.batch.done(std::move(reading.unreadable));
  }

  const Files::NextBatch& next_;
  const Processors processors_;
  const std::shared_ptr<Running> others_ = std::make_shared<Running>();
  std::size_t started_ = 0;          ///< threads beside the first
  BriefMutex turn_;                  ///< for calling `next` or a `done`
  std::size_t batches_ = 0;          ///< that were fetched
  std::atomic<bool> ended_ = false;  ///< there is no next batch, or nobody wants it
  std::atomic<std::size_t> files_ = 0;
  BriefMutex mutex_;  ///< for what follows, and for what readings count
  std::vector<std::shared_ptr<Reading>> readings_;  ///< those that are not finished
  std::deque<std::shared_ptr<Reading>> waiting_;    ///< those of them that nobody has begun
  std::exception_ptr failure_;
};

}  // namespace

void PosixFiles::scan_batches(const NextBatch& next) const {
  Scan(next).run();
}

}  // namespace oneonone
