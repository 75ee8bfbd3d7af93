// Long work behind the pages.
#include <chrono>

#include "db/db.h"
#include "sheets/import_jobs.h"

namespace nc::reg {

namespace {

/// What went wrong, in words.
Message words_of(const std::exception& other) {
  return {std::string("Không làm xong được: ") + other.what() + ". Không có gì bị ghi; làm lại lần nữa.",
          std::string("It could not be finished: ") + other.what() + ". Nothing was written; do it once more."};
}

}  // namespace

ImportRunner::~ImportRunner() {
  std::map<std::string, Task> tasks;
  {
    const std::lock_guard lock(mutex_);
    tasks.swap(tasks_);
    for (auto& [id, task] : tasks) task.progress->cancel = true;
  }
  for (auto& [id, task] : tasks) task.thread.join();
}

void ImportRunner::sweep() {
  for (auto it = tasks_.begin(); it != tasks_.end();) {
    if (!it->second.progress->over) {
      ++it;
      continue;
    }
    it->second.thread.join();
    it = tasks_.erase(it);
  }
}

bool ImportRunner::start(const std::string& job, std::string doing, std::function<void(Progress&)> work,
                         std::function<void(const Message&)> failed) {
  const std::lock_guard lock(mutex_);
  sweep();
  if (tasks_.contains(job)) return false;
  auto progress = std::make_shared<Progress>();
  progress->doing = std::move(doing);
  tasks_[job] = {progress, std::thread([this, progress, work = std::move(work), failed = std::move(failed)] {
                   {
                     const std::lock_guard one(one_at_a_time_);
                     try {
                       work(*progress);
                     } catch (const db::Outage& outage) {
                       failed(outage.message);
                     } catch (const std::exception& other) {
                       failed(words_of(other));
                     }
                   }
                   const std::lock_guard done(mutex_);
                   progress->over = true;
                   changed_.notify_all();
                 })};
  return true;
}

std::shared_ptr<ImportRunner::Progress> ImportRunner::find(const std::string& job) {
  const std::lock_guard lock(mutex_);
  const auto found = tasks_.find(job);
  return found == tasks_.end() || found->second.progress->over ? nullptr : found->second.progress;
}

void ImportRunner::wait(const std::string& job, int milliseconds) {
  std::unique_lock lock(mutex_);
  const auto found = tasks_.find(job);
  if (found == tasks_.end()) return;
  const auto progress = found->second.progress;
  changed_.wait_for(lock, std::chrono::milliseconds(milliseconds), [&] { return progress->over.load(); });
}

}  // namespace nc::reg
