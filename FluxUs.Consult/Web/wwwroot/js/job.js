// The page of a job follows its progress, and shows what came of it when it ends. Without script the page loads itself again.

const job = document.getElementById('job');
const bar = job?.querySelector('progress');

/** @param {{hasEnded: boolean, done: number, total: number}} answer */
function show(answer) {
  if (answer.total === 0) return;
  bar.max = answer.total;
  bar.value = answer.done;
  bar.textContent = `${answer.done} / ${answer.total}`;
}

async function follow() {
  for (;;) {
    await new Promise(resolve => setTimeout(resolve, 400));
    try {
      const answer = await fetch(job.dataset.progress, { headers: { accept: 'application/json' } });
      if (!answer.ok) return location.reload();
      const progress = await answer.json();
      if (progress.hasEnded) return location.reload();
      show(progress);
    } catch {
      // The connection is away: the job goes on without it.
    }
  }
}

if (bar) follow();
