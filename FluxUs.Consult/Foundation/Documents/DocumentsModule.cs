using FluxUs.Consult.Foundation.Documents.Pdf;

namespace FluxUs.Consult.Foundation.Documents;

public static class DocumentsModule
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services.AddSingleton<IPdfEngine, PdfEngine>();
}
