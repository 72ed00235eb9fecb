using FluxUs.Consult.Committee;
using FluxUs.Consult.Evidence.Codebook;
using FluxUs.Consult.Evidence.Correction;
using FluxUs.Consult.Evidence.Desk;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Evidence.Listing;
using FluxUs.Consult.Evidence.Quotes;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Exchange.Tables;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Fiches.Checks;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Editions;
using FluxUs.Consult.Fiches.Editor;
using FluxUs.Consult.Fiches.Review;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Overview;
using FluxUs.Consult.Overview.Ecosystem;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Priorities.Ranking;
using FluxUs.Consult.Priorities.Spreadsheets;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Web.Jobs;

namespace FluxUs.Consult.Tests.Architecture;

public partial class PermissionMatrixTests
{
    /// <summary>Public methods that take the access of a member and are no entrance of an act or a query, each with the reason.</summary>
    private static readonly Dictionary<string, string> OtherEntrances = new()
    {
        ["ChainTexts.Of"] = "says figures that were read",
        ["DeskActs.Assign"] = Dispatcher,
        ["DeskActs.Change"] = Dispatcher,
        ["DeskActs.Clear"] = Dispatcher,
        ["DeskActs.Code"] = Dispatcher,
        ["DeskActs.Remove"] = Dispatcher,
        ["DeskActs.Undo"] = Dispatcher,
        ["EcosystemChapter.Compose"] = "a chapter of the pack, whose act asks",
        ["FicheEvidence.FindingsOn"] = Neighbour,
        ["FicheEvidence.WhatRestsOn"] = Neighbour,
        ["FicheFindings.UsesOf"] = Neighbour,
        ["NoteArea.Keep"] = Dispatcher,
        ["OfferingLines.Of"] = "lines of what was read",
        ["QuoteReading.IsOpenTo"] = Rule,
        ["SearchTexts.In"] = "SearchStudyTests try it by role: it finds nothing where texts are closed",
        ["SourceReading.IsOpenTo"] = Rule,
        ["SourceReading.OpenTo"] = Rule,
        ["StageLines.All"] = "lines of what was read",
    };

    private const string Dispatcher = "hands on to acts that ask themselves";
    private const string Neighbour = "what a neighbouring room asks for its own page, which asks";
    private const string Rule = "the very rule of who may read what";

    private const Roles ManagerAndResearcher = Roles.Manager | Roles.Researcher;
    private const Roles ManagerAndEditor = Roles.Manager | Roles.Editor;

    /// <summary>Who may do what, as the table of roles says it. What a state further limits has tests of its own beside the act.</summary>
    private static readonly Dictionary<string, Roles> Rows = new()
    {
        // Web
        [nameof(ReadJob)] = Roles.Everyone,
        [nameof(OpenJobFile)] = Roles.Everyone,
        [nameof(CancelJob)] = Roles.Everyone,

        // Studies
        [nameof(ListOrganisations)] = Roles.Team,
        [nameof(AddOrganisation)] = ManagerAndResearcher,
        [nameof(ReadStudySettings)] = Roles.Team,
        [nameof(ListMembers)] = Roles.Team,
        [nameof(ListRoleClasses)] = Roles.Team,
        [nameof(ListFlows)] = Roles.Team,
        [nameof(ListQuantities)] = Roles.Team,
        [nameof(ListOfferings)] = Roles.Team,
        [nameof(ListProgrammes)] = Roles.Team,
        [nameof(ReadOfferingSettings)] = Roles.Team,
        [nameof(DescribeStudy)] = Roles.Manager,
        [nameof(InviteMember)] = Roles.Manager,
        [nameof(ChangeMember)] = Roles.Manager,
        [nameof(RemoveMember)] = Roles.Manager,
        [nameof(ResetMember)] = Roles.Manager,
        [nameof(AddRoleClass)] = ManagerAndResearcher,
        [nameof(RenameRoleClass)] = ManagerAndResearcher,
        [nameof(RemoveRoleClass)] = ManagerAndResearcher,
        [nameof(AddFlow)] = ManagerAndResearcher,
        [nameof(DescribeFlow)] = ManagerAndResearcher,
        [nameof(MoveFlow)] = ManagerAndResearcher,
        [nameof(RemoveFlow)] = ManagerAndResearcher,
        [nameof(AddQuantity)] = ManagerAndResearcher,
        [nameof(CorrectQuantity)] = ManagerAndResearcher,
        [nameof(RemoveQuantity)] = ManagerAndResearcher,
        [nameof(AddOffering)] = ManagerAndResearcher,
        [nameof(DescribeOffering)] = ManagerAndResearcher,
        [nameof(AddStage)] = ManagerAndResearcher,
        [nameof(RenameStage)] = ManagerAndResearcher,
        [nameof(MoveStage)] = ManagerAndResearcher,
        [nameof(RemoveStage)] = ManagerAndResearcher,
        [nameof(AddProgramme)] = ManagerAndResearcher,
        [nameof(DescribeProgramme)] = ManagerAndResearcher,
        [nameof(RemoveProgramme)] = ManagerAndResearcher,
        [nameof(DescribeOrganisation)] = ManagerAndResearcher,
        [nameof(RemoveOrganisation)] = ManagerAndResearcher,
        [nameof(GiveOrganisationRole)] = ManagerAndResearcher,
        [nameof(RemoveOrganisationRole)] = ManagerAndResearcher,
        [nameof(ListTerms)] = Roles.Team,
        [nameof(AddTerm)] = Roles.Team,
        [nameof(ChangeTerm)] = Roles.Team,
        [nameof(RemoveTerm)] = Roles.Team,
        [nameof(CheckGlossary)] = Roles.Team,
        [nameof(ImportGlossary)] = Roles.Team,
        [nameof(ExportGlossary)] = Roles.Team,
        // Experts
        [nameof(ListExperts)] = ManagerAndResearcher,
        [nameof(ReadExpert)] = ManagerAndResearcher,
        [nameof(OpenIdentities)] = ManagerAndResearcher,
        [nameof(AddExpert)] = ManagerAndResearcher,
        [nameof(DescribeExpert)] = ManagerAndResearcher,
        [nameof(CorrectIdentity)] = ManagerAndResearcher,
        [nameof(RecordConsent)] = ManagerAndResearcher,
        [nameof(ReadMistake)] = ManagerAndResearcher,
        [nameof(MarkConsentMistaken)] = ManagerAndResearcher,
        [nameof(ReadWithdrawal)] = ManagerAndResearcher,
        [nameof(WithdrawConsent)] = ManagerAndResearcher,
        // Evidence
        [nameof(MoveExcerpt)] = ManagerAndResearcher,
        [nameof(ListTexts)] = Roles.Team,
        [nameof(ListQuotes)] = Roles.Team,
        [nameof(ListQuoteChoices)] = Roles.Team,
        [nameof(OpenQuote)] = Roles.Team,
        [nameof(BringSourceText)] = ManagerAndResearcher,
        [nameof(CorrectSourceText)] = ManagerAndResearcher,
        [nameof(CorrectSegments)] = ManagerAndResearcher,
        [nameof(PreviewCorrection)] = ManagerAndResearcher,
        [nameof(ListMovedExcerpts)] = ManagerAndResearcher,
        [nameof(DetachExcerpt)] = ManagerAndResearcher,
        [nameof(KeepMemo)] = ManagerAndResearcher,
        [nameof(ListExcerpts)] = Roles.Team,
        [nameof(ListExcerptChoices)] = Roles.Team,
        [nameof(TagColours)] = Roles.Team,
        [nameof(OpenDesk)] = Roles.Team,
        [nameof(OpenExcerpt)] = Roles.Team,
        [nameof(FindExcerpt)] = Roles.Team,
        [nameof(MakeSourceText)] = ManagerAndResearcher,
        [nameof(FollowOrigin)] = ManagerAndResearcher,
        [nameof(AssignSpeaker)] = ManagerAndResearcher,
        [nameof(MarkFreeOfNames)] = ManagerAndResearcher,
        [nameof(UnmarkFreeOfNames)] = ManagerAndResearcher,
        [nameof(AddExcerpt)] = ManagerAndResearcher,
        [nameof(ChangeExcerpt)] = ManagerAndResearcher,
        [nameof(RemoveExcerpt)] = ManagerAndResearcher,
        [nameof(UndoLastAct)] = ManagerAndResearcher,
        [nameof(AddTag)] = ManagerAndResearcher,
        [nameof(ChangeTag)] = ManagerAndResearcher,
        [nameof(RemoveTag)] = ManagerAndResearcher,
        [nameof(MergeTags)] = ManagerAndResearcher,
        [nameof(MakeQuote)] = ManagerAndResearcher,
        [nameof(RecordApproval)] = ManagerAndResearcher,
        [nameof(ReadCodebook)] = Roles.Team,
        [nameof(RewordQuote)] = Roles.Team,
        [nameof(NameCheck)] = Roles.Team,
        [nameof(LockCodebook)] = Roles.Manager,
        [nameof(AcceptTag)] = Roles.Manager,
        [nameof(AttributionLabels)] = Roles.Everyone,
        // Interviews
        [nameof(ListInterviews)] = Roles.Team,
        [nameof(ListInterviewChoices)] = ManagerAndResearcher,
        [nameof(WhatRestsOnInterview)] = Roles.Team,
        [nameof(OpenInterview)] = Roles.Team,
        [nameof(OpenNotes)] = ManagerAndResearcher,
        [nameof(ReadInterviewNote)] = ManagerAndResearcher,
        [nameof(ScheduleInterview)] = ManagerAndResearcher,
        [nameof(ChangeInterview)] = ManagerAndResearcher,
        [nameof(CancelInterview)] = ManagerAndResearcher,
        [nameof(KeepInterviewNote)] = ManagerAndResearcher,
        [nameof(HandOverNotes)] = ManagerAndResearcher,
        [nameof(BringTranscript)] = ManagerAndResearcher,
        [nameof(PreviewTranscript)] = ManagerAndResearcher,
        [nameof(TakeTranscript)] = ManagerAndResearcher,
        [nameof(DiscardTranscript)] = ManagerAndResearcher,
        [nameof(ImportTranscript)] = ManagerAndResearcher,
        // Literature
        [nameof(ListReferences)] = Roles.Team,
        [nameof(ListReferenceOfferings)] = Roles.Team,
        [nameof(WhatRestsOnReference)] = Roles.Team,
        [nameof(OpenReference)] = Roles.Team,
        [nameof(AddReference)] = ManagerAndResearcher,
        [nameof(ChangeReference)] = ManagerAndResearcher,
        [nameof(BringLiterature)] = ManagerAndResearcher,
        [nameof(ListWaitingLiterature)] = ManagerAndResearcher,
        [nameof(PreviewLiterature)] = ManagerAndResearcher,
        [nameof(TakeReferences)] = ManagerAndResearcher,
        [nameof(DiscardLiterature)] = ManagerAndResearcher,
        [nameof(ImportReferences)] = ManagerAndResearcher,
        [nameof(AttachFile)] = ManagerAndResearcher,
        [nameof(DetachFile)] = ManagerAndResearcher,
        [nameof(OpenAttachment)] = Roles.Team,
        [nameof(KeepReadingNote)] = ManagerAndResearcher,
        [nameof(ReadReadingNote)] = ManagerAndResearcher,
        [nameof(HandOverReadingNote)] = ManagerAndResearcher,
        [nameof(ExportCsl)] = Roles.Team,
        // Priorities
        [nameof(ReadCriteria)] = Roles.Everyone,
        [nameof(OpenScores)] = Roles.Everyone,
        [nameof(ReadOfferingScores)] = Roles.Everyone,
        [nameof(ReadDecision)] = Roles.Everyone,
        [nameof(ReadDecisionNotice)] = Roles.Everyone,
        [nameof(ComposeRecord)] = Roles.Everyone,
        [nameof(WriteScoreTable)] = Roles.Everyone,
        [nameof(OpenCell)] = ManagerAndResearcher,
        [nameof(CheckScoreTable)] = ManagerAndResearcher,
        [nameof(AddCriterion)] = Roles.Manager,
        [nameof(DescribeCriterion)] = Roles.Manager,
        [nameof(RemoveCriterion)] = Roles.Manager,
        [nameof(WeighCriteria)] = Roles.Manager | Roles.Committee,
        [nameof(SetScoring)] = Roles.Manager,
        [nameof(GiveScore)] = ManagerAndResearcher,
        [nameof(GiveScores)] = ManagerAndResearcher,
        [nameof(ReleaseScores)] = Roles.Manager,
        [nameof(SettleScore)] = Roles.Manager,
        [nameof(ExploreRanking)] = Roles.Everyone,
        [nameof(RankOfferings)] = Roles.Everyone,
        [nameof(ReadOfferingPlace)] = Roles.Everyone,
        [nameof(PrepareDecision)] = Roles.Manager,
        [nameof(DiscardDecision)] = Roles.Manager,
        [nameof(ChangeProposal)] = Roles.Manager,
        [nameof(CastVote)] = Roles.Committee,
        [nameof(CountVotes)] = Roles.Manager,
        [nameof(FreezeDecision)] = Roles.Manager,
        [nameof(DeclareInterest)] = Roles.Everyone,
        [nameof(TakeBackInterest)] = Roles.Everyone,
        // Recommendations
        [nameof(FindingSupport)] = Roles.Team,
        [nameof(ListFindings)] = Roles.Team,
        [nameof(ReadFinding)] = Roles.Team,
        [nameof(ListOfferingNames)] = Roles.Team,
        [nameof(FindExcerptsToBind)] = Roles.Team,
        [nameof(ConfirmFindingTranslation)] = Roles.Team,
        [nameof(ConfirmRecommendationTranslation)] = ManagerAndEditor,
        [nameof(WriteFinding)] = Roles.Team,
        [nameof(BindExcerpt)] = Roles.Team,
        [nameof(UnbindExcerpt)] = Roles.Team,
        [nameof(AssessConfidence)] = Roles.Team,
        [nameof(RemoveFinding)] = Roles.Team,
        [nameof(ListRecommendations)] = Roles.Team,
        [nameof(ReadRecommendation)] = Roles.Team,
        [nameof(WriteRecommendation)] = ManagerAndEditor,
        [nameof(RemoveRecommendation)] = ManagerAndEditor,
        // Fiches
        [nameof(FollowSource)] = ManagerAndEditor,
        [nameof(CompareFiche)] = Roles.Team,
        [nameof(ReadLook)] = Roles.Manager,
        [nameof(ChooseLook)] = Roles.Manager,
        [nameof(KeepLogo)] = Roles.Manager,
        [nameof(RemoveLogo)] = Roles.Manager,
        [nameof(ComposeFiche)] = Roles.Everyone,
        [nameof(CheckFiche)] = Roles.Team,
        [nameof(CreateFiche)] = ManagerAndEditor,
        [nameof(WriteSection)] = ManagerAndEditor,
        [nameof(WriteKeyMessage)] = ManagerAndEditor,
        [nameof(ArrangeMessages)] = ManagerAndEditor,
        [nameof(ChooseQuotes)] = ManagerAndEditor,
        [nameof(MeanFor)] = ManagerAndEditor,
        [nameof(SendToReview)] = ManagerAndEditor,
        [nameof(TakeBack)] = ManagerAndEditor,
        [nameof(CommentFiche)] = Roles.Everyone,
        [nameof(ResolveComment)] = ManagerAndEditor,
        [nameof(ApproveFiche)] = Roles.Committee,
        [nameof(AnswerOpinion)] = ManagerAndEditor,
        [nameof(PublishFiche)] = ManagerAndEditor,
        [nameof(WithdrawEdition)] = Roles.Manager,
        [nameof(ReadEditionToWithdraw)] = Roles.Manager,
        [nameof(ListFiches)] = Roles.Everyone,
        [nameof(ReadFiche)] = Roles.Everyone,
        [nameof(EditFiche)] = Roles.Team,
        [nameof(ListTokens)] = ManagerAndEditor,
        [nameof(RenderFiche)] = Roles.Everyone,
        [nameof(RenderPack)] = Roles.Everyone,
        [nameof(ReadPack)] = Roles.Everyone,
        [nameof(PreparePack)] = Roles.Everyone,
        // Committee
        [nameof(ReadCommitteeHouse)] = Roles.Everyone,
        // Overview
        [nameof(ReadStudyHead)] = Roles.Team,
        [nameof(CountChain)] = Roles.Team,
        [nameof(ListOfferingStates)] = Roles.Team,
        [nameof(SearchStudy)] = Roles.Team,
        [nameof(ListWaiting)] = Roles.Team,
        [nameof(ListMovements)] = Roles.Team,
        [nameof(ReadOffering)] = Roles.Team,
        [nameof(ReadEcosystem)] = Roles.Team,
        [nameof(ExportEcosystem)] = Roles.Team,
        [nameof(RenderEcosystem)] = Roles.Team,
        // Exchange
        [nameof(ExportTables)] = Roles.Team,
    };
}
