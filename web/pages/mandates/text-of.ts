/** What a file says, as text. @throws TypeError for what is no text in UTF-8: then it is pasted instead */
export async function textOf(file: File): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
}
