/** The engine takes no larger diagram. */
const mostBytes = 4_000_000;

/** The text of a file that a person chose. Throws a sentence for that person. */
export async function readBpmnFile(file: File): Promise<string> {
  if (file.size > mostBytes) {
    throw new Error(
      `“${file.name}” has ${megabytes(file.size)} MB, and a workflow may have at most 4 MB. ` +
        "Take pictures and long texts out of it, or split it into several workflows.",
    );
  }
  if (file.size === 0) throw new Error(`“${file.name}” is empty.`);
  return textOf(new Uint8Array(await file.arrayBuffer()), file.name);
}

const megabytes = (bytes: number) => Math.ceil(bytes / 100_000) / 10;

/** Reads the encoding that the file names, and takes the name out: from here on it is text. */
export function textOf(bytes: Uint8Array, name: string): string {
  const declared = encodingOf(bytes);
  try {
    const text = new TextDecoder(declared, { fatal: true }).decode(bytes);
    return text.replace(/^(<\?xml[^>]*?)\s+encoding\s*=\s*("[^"]*"|'[^']*')/, "$1");
  } catch {
    throw new Error(`“${name}” is no text in the encoding ${declared}. Save it again as UTF-8.`);
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  return /^(?:ï»¿)?<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1] ?? "utf-8";
}
