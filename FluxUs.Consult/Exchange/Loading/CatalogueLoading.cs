using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Codebook;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Loading;

/// <summary>Flows, offerings with their stages, organisations, role classes and the codebook; figures and programmes come once the
/// documents that tell of them are there.</summary>
internal static class CatalogueLoading
{
    /// <summary>Axes have no sign and so no colour of their own.</summary>
    private const string AxisColour = "#4d5866";

    public static async Task Load(LoadingScene scene, StudyFile file)
    {
        var access = await scene.WhoMay(Permission.WriteStudy);
        await LoadRoleClasses(scene, file, access);
        await LoadFlows(scene, file, access);
        await LoadOfferings(scene, file, access);
        await LoadOrganisations(scene, file, access);
        await LoadCodebook(scene, file, access);
    }

    public static async Task LoadQuantities(LoadingScene scene, StudyFile file)
    {
        var access = await scene.WhoMay(Permission.WriteCatalogue);
        foreach (var flow in file.Flows)
        {
            foreach (var quantity in flow.Quantities) await Add(quantity, scene.Find("flow", flow.Code), null);
        }

        foreach (var quantity in file.OfferingQuantities) await Add(quantity, null, scene.Find("offering", quantity.Offering ?? ""));

        async Task Add(QuantityEntry entry, Guid? flow, Guid? offering)
        {
            scene.Begin(StudyFile.FileName, entry.Key);
            var contents = new QuantityContents(
                entry.Key, entry.Label.ToLocalText(), entry.Value, entry.Unit.ToLocalText(), entry.Year, scene.Find("document", entry.Source), "", entry.Locator, flow, offering);
            await scene.Done(scene.Act<AddQuantity>(LoadingScene.Moment(file.CurrentOn)).Handle(access, new AddQuantityRequest(Guid.NewGuid(), contents), scene.Cancellation));
        }
    }

    public static async Task LoadProgrammes(LoadingScene scene, StudyFile file)
    {
        var access = await scene.WhoMay(Permission.WriteCatalogue);
        foreach (var entry in file.Programmes)
        {
            scene.Begin(StudyFile.FileName, entry.Code);
            var contents = new ProgrammeContents(
                entry.Name.ToLocalText(), entry.Kind, entry.Lead.ToLocalText(), entry.Purpose.ToLocalText(), entry.Budget, entry.FirstYear, entry.LastYear, entry.WebAddress,
                entry.Source is { } source ? scene.Find("document", source) : null, entry.SourceNote, entry.Locator, scene.Find("flow", entry.Flows), scene.Find("offering", entry.Offerings));
            await scene.Done(scene.Act<AddProgramme>(LoadingScene.Moment(file.CurrentOn)).Handle(access, new AddProgrammeRequest(Guid.NewGuid(), entry.Code, contents), scene.Cancellation));
        }
    }

    private static async Task LoadRoleClasses(LoadingScene scene, StudyFile file, StudyAccess access)
    {
        foreach (var entry in file.RoleClasses)
        {
            scene.Begin(StudyFile.FileName, entry.Code);
            scene.Remember("role class", entry.Code, await scene.Done(scene.Act<AddRoleClass>(LoadingScene.Moment(file.CurrentOn)).Handle(
                access, new AddRoleClassRequest(Guid.NewGuid(), entry.Code, entry.Name.ToLocalText(), entry.ShortName.ToLocalText()), scene.Cancellation)));
        }
    }

    private static async Task LoadFlows(LoadingScene scene, StudyFile file, StudyAccess access)
    {
        foreach (var entry in file.Flows)
        {
            scene.Begin(StudyFile.FileName, entry.Code);
            scene.Remember("flow", entry.Code, await scene.Done(scene.Act<AddFlow>(LoadingScene.Moment(file.CurrentOn)).Handle(
                access, new AddFlowRequest(Guid.NewGuid(), entry.Code, entry.Name.ToLocalText(), entry.Description.ToLocalText()), scene.Cancellation)));
        }
    }

    private static async Task LoadOfferings(LoadingScene scene, StudyFile file, StudyAccess access)
    {
        foreach (var entry in file.Offerings)
        {
            scene.Begin(StudyFile.FileName, entry.Code);
            var contents = new OfferingContents(
                entry.Name.ToLocalText(), entry.ShortName.ToLocalText(), entry.Kind, entry.Circularity == "none" ? "" : entry.Circularity, entry.Description.ToLocalText(), scene.Find("flow", entry.Flows));
            var id = await scene.Done(scene.Act<AddOffering>(LoadingScene.Moment(file.CurrentOn)).Handle(
                access, new AddOfferingRequest(Guid.NewGuid(), entry.Code, contents, [.. entry.Stages.Select(stage => stage.Name.ToLocalText())]), scene.Cancellation));
            scene.Remember("offering", entry.Code, id);
            var stages = await scene.Db.Set<Offering>().Where(found => found.Id == id).SelectMany(found => found.Stages)
                .OrderBy(stage => stage.Order).Select(stage => stage.Id).ToListAsync(scene.Cancellation);
            foreach (var (stage, made) in entry.Stages.Zip(stages)) scene.Remember("stage", $"{entry.Code}/{stage.Key}", made);
        }
    }

    private static async Task LoadOrganisations(LoadingScene scene, StudyFile file, StudyAccess access)
    {
        var at = LoadingScene.Moment(file.CurrentOn);
        foreach (var entry in file.Organisations)
        {
            scene.Begin(StudyFile.FileName, entry.Name);
            var id = await scene.Done(scene.Act<AddOrganisation>(at).Handle(access, new AddOrganisationRequest(Guid.NewGuid(), entry.Name, entry.Kind.ToLocalText(), entry.WebAddress), scene.Cancellation));
            foreach (var flow in entry.Flows)
                await scene.Done(scene.Act<GiveOrganisationRole>(at).Handle(access, new GiveOrganisationRoleRequest(Guid.NewGuid(), id, scene.Find("flow", flow.Flow), null, flow.Role.ToLocalText()), scene.Cancellation));
        }
    }

    private static async Task LoadCodebook(LoadingScene scene, StudyFile file, StudyAccess access)
    {
        foreach (var axis in file.Codebook)
        {
            var above = await Add(axis.Code, new TagFields(axis.Name.ToLocalText(), new LocalText(""), TagKind.Axis, AxisColour, null, null));
            foreach (var tag in axis.Tags)
                await Add(tag.Code, new TagFields(tag.Name.ToLocalText(), tag.Definition.ToLocalText(), tag.Kind, tag.Colour, above, tag.Favourite));
        }

        async Task<Guid> Add(string code, TagFields fields)
        {
            scene.Begin(StudyFile.FileName, code);
            var tag = await scene.Done(scene.Act<AddTag>(LoadingScene.Moment(file.CurrentOn)).Handle(access, new AddTagRequest(Guid.NewGuid(), fields, code), scene.Cancellation));
            scene.Remember("tag", code, tag.Id);
            return tag.Id;
        }
    }
}
