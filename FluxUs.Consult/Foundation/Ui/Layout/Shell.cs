namespace FluxUs.Consult.Foundation.Ui.Layout;

/// <summary>What surrounds a page: filled in for each request by the rooms that know (<see cref="IShellContents"/>), drawn by the layouts.</summary>
public sealed class Shell
{
    /// <summary>The study one is in, or nothing outside of a study.</summary>
    public string? StudyName { get; set; }

    /// <summary>The address of the study's home; the search leads to <c>{StudyAddress}/search?q=</c>.</summary>
    public string? StudyAddress { get; set; }

    /// <summary>Whether the search field stands in the top bar.</summary>
    public bool HasSearch { get; set; }

    /// <summary>One sentence under the top bar that holds on every page of the study, such as that everything in it is invented.</summary>
    public string? Notice { get; set; }

    /// <summary>How the account is called; nothing when nobody is signed in.</summary>
    public string? AccountName { get; set; }

    /// <summary>The address of the account's own page.</summary>
    public string? AccountAddress { get; set; }

    /// <summary>Where the form posts that signs out.</summary>
    public string SignOutAddress { get; set; } = "/account/sign-out";

    /// <summary>The study's rail, in groups; empty for whoever has none (committee, experts, outside of a study).</summary>
    public IReadOnlyList<IReadOnlyList<RailLine>> Rail { get; set; } = [];
}

/// <summary>
/// A room that knows a part of what surrounds the page: Accounts the person, Studies the study, its notice and its rail.
/// The layout calls every one, in the order of registration, before it draws the page, so that page and shell never read
/// from one database context at the same time.
/// </summary>
public interface IShellContents
{
    Task Fill(Shell shell, HttpContext context, CancellationToken cancellation);
}
