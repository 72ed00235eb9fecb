using System.Runtime.InteropServices;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Fonts;

/// <summary>
/// A typeface cut down to the glyphs that a document uses. HarfBuzz does it (hb-subset.h); its managed wrapper does not
/// offer it, so the native library is called here.
/// </summary>
internal sealed class FontSubset
{
    private const string Library = "libHarfBuzzSharp";

    // hb_subset_flags_t and hb_subset_sets_t.
    private const uint NoHinting = 0x1;
    private const int DropTables = 3;

    private static readonly string[] Unneeded = ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "gasp"];

    private readonly Dictionary<ushort, ushort> newGlyphs;

    private FontSubset(byte[] bytes, Dictionary<ushort, ushort> newGlyphs)
    {
        Bytes = bytes;
        this.newGlyphs = newGlyphs;
    }

    /// <summary>The TrueType file.</summary>
    public byte[] Bytes { get; }

    /// <summary>Where a glyph of the typeface stands in the subset.</summary>
    public ushort this[ushort glyph] => newGlyphs[glyph];

    public static FontSubset Of(Typeface typeface, IReadOnlyCollection<ushort> glyphs)
    {
        var input = Required(hb_subset_input_create_or_fail());
        try
        {
            hb_subset_input_set_flags(input, NoHinting);
            var dropped = hb_subset_input_set(input, DropTables);
            foreach (var tag in Unneeded) hb_set_add(dropped, TagOf(tag));
            var wanted = hb_subset_input_glyph_set(input);
            foreach (var glyph in glyphs) hb_set_add(wanted, glyph);
            return Cut(typeface, glyphs, input);
        }
        finally
        {
            hb_subset_input_destroy(input);
        }
    }

    private static FontSubset Cut(Typeface typeface, IReadOnlyCollection<ushort> glyphs, IntPtr input)
    {
        var plan = Required(hb_subset_plan_create_or_fail(typeface.Face.Handle, input));
        var face = IntPtr.Zero;
        var blob = IntPtr.Zero;
        try
        {
            face = Required(hb_subset_plan_execute_or_fail(plan));
            blob = Required(hb_face_reference_blob(face));
            var data = Required(hb_blob_get_data(blob, out var length));
            var bytes = new byte[length];
            Marshal.Copy(data, bytes, 0, bytes.Length);
            var map = hb_subset_plan_old_to_new_glyph_mapping(plan);
            return new FontSubset(bytes, glyphs.ToDictionary(glyph => glyph, glyph => (ushort)hb_map_get(map, glyph)));
        }
        finally
        {
            if (blob != IntPtr.Zero) hb_blob_destroy(blob);
            if (face != IntPtr.Zero) hb_face_destroy(face);
            hb_subset_plan_destroy(plan);
            GC.KeepAlive(typeface);
        }
    }

    private static IntPtr Required(IntPtr pointer) =>
        pointer != IntPtr.Zero ? pointer : throw new InvalidOperationException("The typeface could not be cut down.");

    private static uint TagOf(string tag) => ((uint)tag[0] << 24) | ((uint)tag[1] << 16) | ((uint)tag[2] << 8) | tag[3];

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr hb_subset_input_create_or_fail();

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern void hb_subset_input_destroy(IntPtr input);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern void hb_subset_input_set_flags(IntPtr input, uint flags);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr hb_subset_input_set(IntPtr input, int kind);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr hb_subset_input_glyph_set(IntPtr input);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern void hb_set_add(IntPtr set, uint value);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern uint hb_map_get(IntPtr map, uint key);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr hb_subset_plan_create_or_fail(IntPtr face, IntPtr input);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr hb_subset_plan_execute_or_fail(IntPtr plan);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr hb_subset_plan_old_to_new_glyph_mapping(IntPtr plan);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern void hb_subset_plan_destroy(IntPtr plan);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr hb_face_reference_blob(IntPtr face);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern void hb_face_destroy(IntPtr face);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr hb_blob_get_data(IntPtr blob, out uint length);

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern void hb_blob_destroy(IntPtr blob);
}
