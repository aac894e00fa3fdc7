/** Asks what draws here, away from the page: the answer comes from the graphics process, which may take half a second. */

/** What draws without a graphics card, by its own name: Chromium's, Linux's and Windows's. */
const BY_PROCESSOR = /swiftshader|llvmpipe|softpipe|basic render/i;

function hasCard(): boolean {
  const context = new OffscreenCanvas(1, 1).getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  if (!context) return false;
  const told = context.getExtension('WEBGL_debug_renderer_info');
  return !BY_PROCESSOR.test(String(context.getParameter(told ? told.UNMASKED_RENDERER_WEBGL : context.RENDERER)));
}

postMessage(hasCard());
