using System.Collections.Concurrent;
using System.Threading.Channels;

namespace FluxUs.Consult.Foundation.Jobs;

/// <summary>What waits, how far the one at work is, and how to stop it: what of jobs is only in memory.</summary>
public sealed class JobDesk
{
    private readonly Channel<Guid> _waiting = Channel.CreateUnbounded<Guid>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<Guid, JobProgress> _progress = new();
    private readonly ConcurrentDictionary<Guid, CancellationTokenSource> _running = new();

    public void Enqueue(Guid job) => _waiting.Writer.TryWrite(job);

    public IAsyncEnumerable<Guid> Waiting(CancellationToken cancellation) => _waiting.Reader.ReadAllAsync(cancellation);

    public JobProgress ProgressOf(Guid job) => _progress.GetValueOrDefault(job);

    /// <summary>Stops it if it is at work; one that waits is not begun, since its row says that it was cancelled.</summary>
    public void Stop(Guid job)
    {
        try
        {
            if (_running.TryGetValue(job, out var running)) running.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended at the same moment.
        }
    }

    internal Work Begin(Guid job, CancellationToken stopping) => new(this, job, stopping);

    internal sealed class Work : IProgress<JobProgress>, IDisposable
    {
        private readonly JobDesk _desk;
        private readonly Guid _job;
        private readonly CancellationTokenSource _source;

        public Work(JobDesk desk, Guid job, CancellationToken stopping)
        {
            (_desk, _job, _source) = (desk, job, CancellationTokenSource.CreateLinkedTokenSource(stopping));
            desk._running[job] = _source;
        }

        public CancellationToken Cancellation => _source.Token;

        public void Report(JobProgress value) => _desk._progress[_job] = value;

        public void Dispose()
        {
            _desk._running.TryRemove(_job, out _);
            _desk._progress.TryRemove(_job, out _);
            _source.Dispose();
        }
    }
}
