interface Size {
  width: number;
  height: number;
}

/** Sharp on dense screens, within what browsers draw. */
const sharp = 2;
const longest = 8_000;

export async function pngOf(picture: string, { width, height }: Size): Promise<Blob> {
  const scale = Math.min(sharp, longest / width, longest / height);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (blob === null) throw new Error("The browser could not draw the picture: the drawing is too large.");
  return blob;
}
