namespace FluxUs.Consult.Studies;

/// <summary>What a membership lets one account be in one study; one person can be several.</summary>
[Flags]
public enum Roles
{
    None = 0,
    Manager = 1,
    Researcher = 2,
    Editor = 4,
    Committee = 8,
    /// <summary>The research team: everyone but the committee.</summary>
    Team = Manager | Researcher | Editor,
    Everyone = Team | Committee,
}

/// <summary>What can be done in a study; <see cref="Permissions"/> says by whom.</summary>
public enum Permission
{
    OpenStudy,
    ReadStudy, WriteStudy,
    ReadCatalogue, WriteCatalogue,
    ReadGlossary, WriteGlossary,
    ReadCodebook, WriteCodebook, LockCodebook,
    ReadIdentities, WriteIdentities,
    ReadInterviews, WriteInterviews,
    /// <summary>Also the texts that no researcher has marked free of names.</summary>
    ReadUnclearedTexts,
    ReadReferences, WriteReferences,
    ReadExcerpts, WriteExcerpts,
    ReadQuotes, ChooseQuotes, WriteQuotes,
    ReadFindings, WriteFindings,
    ReadRecommendations, WriteRecommendations,
    ReadFiches, WriteFiches, CommentFiches, ApproveFiches, PublishFiches, WithdrawEditions,
    ReadCriteria, WriteCriteria, WriteOwnWeights,
    /// <summary>One's own, blind until they are released.</summary>
    WriteScores,
    /// <summary>Once they are released.</summary>
    ReadScores,
    ReleaseScores,
    ReadDecisions, PrepareDecisions, VoteOnDecisions,
    ReadCommittee, ManageCommittee,
    Export,
}

/// <summary>The table of roles and acts. What a state further limits (a committee member reads a fiche once it is in
/// review) is checked where the object is loaded.</summary>
public static class Permissions
{
    private const Roles Manager = Roles.Manager, Researcher = Roles.Researcher, Editor = Roles.Editor, Committee = Roles.Committee;

    public static Roles RolesFor(Permission permission) => permission switch
    {
        Permission.OpenStudy => Roles.Everyone,
        Permission.ReadStudy => Roles.Team,
        Permission.WriteStudy => Manager,
        Permission.ReadCatalogue => Roles.Team,
        Permission.WriteCatalogue => Manager | Researcher,
        Permission.ReadGlossary or Permission.WriteGlossary => Roles.Team,
        Permission.ReadCodebook => Roles.Team,
        Permission.WriteCodebook => Manager | Researcher,
        Permission.LockCodebook => Manager,
        Permission.ReadIdentities or Permission.WriteIdentities => Manager | Researcher,
        Permission.ReadInterviews => Roles.Team,
        Permission.WriteInterviews => Manager | Researcher,
        Permission.ReadUnclearedTexts => Manager | Researcher,
        Permission.ReadReferences => Roles.Team,
        Permission.WriteReferences => Manager | Researcher,
        Permission.ReadExcerpts => Roles.Team,
        Permission.WriteExcerpts => Manager | Researcher,
        Permission.ReadQuotes => Roles.Team,
        Permission.ChooseQuotes => Roles.Team,
        Permission.WriteQuotes => Manager | Researcher,
        Permission.ReadFindings => Roles.Team,
        Permission.WriteFindings => Roles.Team,
        Permission.ReadRecommendations => Roles.Team,
        Permission.WriteRecommendations => Manager | Editor,
        Permission.ReadCriteria => Roles.Everyone,
        Permission.WriteCriteria => Manager,
        Permission.WriteOwnWeights => Committee,
        Permission.WriteScores => Manager | Researcher,
        Permission.ReadScores => Roles.Everyone,
        Permission.ReleaseScores => Manager,
        Permission.ReadDecisions => Roles.Everyone,
        Permission.PrepareDecisions => Manager,
        Permission.VoteOnDecisions => Committee,
        Permission.ReadFiches => Roles.Everyone,
        Permission.WriteFiches => Manager | Editor,
        Permission.CommentFiches => Roles.Everyone,
        Permission.ApproveFiches => Committee,
        Permission.PublishFiches => Manager | Editor,
        Permission.WithdrawEditions => Manager,
        Permission.ReadCommittee => Roles.Everyone,
        Permission.ManageCommittee => Manager,
        Permission.Export => Roles.Team,
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, null),
    };
}
