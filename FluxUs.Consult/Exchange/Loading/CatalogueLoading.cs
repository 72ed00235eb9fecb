using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Codebook;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Exchange.Loading;

/// <summary>Flows, offerings with their stages, organisations, role classes and the codebook; figures come once the documents
/// that give them are there.</summary>
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
            var quantity = new Quantity(scene.StudyId, entry.Key, entry.Label.ToLocalText(), entry.Value, entry.Unit, entry.Year);
            quantity.Measures(flow, offering);
            quantity.ComesFrom(scene.Find("document", entry.Source), "", entry.Locator);
            await scene.Add(access, quantity);
        }
    }

    private static async Task LoadRoleClasses(LoadingScene scene, StudyFile file, StudyAccess access)
    {
        foreach (var entry in file.RoleClasses)
        {
            scene.Begin(StudyFile.FileName, entry.Code);
            var roleClass = new RoleClass(scene.StudyId, entry.Code, entry.Name.ToLocalText(), entry.ShortName.ToLocalText());
            await scene.Add(access, roleClass);
            scene.Remember("role class", entry.Code, roleClass.Id);
        }
    }

    private static async Task LoadFlows(LoadingScene scene, StudyFile file, StudyAccess access)
    {
        foreach (var (order, entry) in file.Flows.Index())
        {
            scene.Begin(StudyFile.FileName, entry.Code);
            var flow = new Flow(scene.StudyId, entry.Code, entry.Name.ToLocalText(), order + 1);
            flow.Describe(entry.Name.ToLocalText(), entry.Description);
            await scene.Add(access, flow);
            scene.Remember("flow", entry.Code, flow.Id);
        }
    }

    private static async Task LoadOfferings(LoadingScene scene, StudyFile file, StudyAccess access)
    {
        foreach (var entry in file.Offerings)
        {
            scene.Begin(StudyFile.FileName, entry.Code);
            var circularity = entry.Circularity == "none" ? "" : entry.Circularity;
            var offering = new Offering(scene.StudyId, entry.Code, entry.Name.ToLocalText(), circularity);
            offering.Describe(entry.Name.ToLocalText(), entry.ShortName.ToLocalText(), entry.Kind, circularity, entry.Description);
            offering.PlaceIn(scene.Find("flow", entry.Flows));
            foreach (var stage in entry.Stages) scene.Remember("stage", $"{entry.Code}/{stage.Key}", offering.AddStage(stage.Name.ToLocalText()).Id);
            await scene.Add(access, offering);
            scene.Remember("offering", entry.Code, offering.Id);
        }
    }

    private static async Task LoadOrganisations(LoadingScene scene, StudyFile file, StudyAccess access)
    {
        foreach (var entry in file.Organisations)
        {
            scene.Begin(StudyFile.FileName, entry.Name);
            var id = await scene.Done(scene.Act<AddOrganisation>(LoadingScene.Moment(file.CurrentOn)).Handle(
                access, new AddOrganisationRequest(Guid.NewGuid(), entry.Name, entry.Kind, entry.WebAddress), scene.Cancellation));
            await scene.Add(access, entry.Flows.Select(flow => new OrganisationRole(id, scene.Find("flow", flow.Flow), null, flow.Role)));
        }
    }

    private static async Task LoadCodebook(LoadingScene scene, StudyFile file, StudyAccess access)
    {
        foreach (var axis in file.Codebook)
        {
            var above = await Add(axis.Code, new TagFields(axis.Name.ToLocalText(), new LocalText(""), TagKind.Axis, AxisColour, null, null));
            foreach (var tag in axis.Tags)
                await Add(tag.Code, new TagFields(tag.Name.ToLocalText(), new LocalText(tag.Definition), tag.Kind, tag.Colour, above, tag.Favourite));
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
