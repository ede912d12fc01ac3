// Reads QR codes with the camera: by the browser itself where it can (`BarcodeDetector`), otherwise by a decoder that is kept in a file of its
// own (`qr.js`) and loaded only then. What the camera sees is looked at here and goes nowhere; it is let go as soon as its picture is off the
// page.
const PAUSE = 200;
// How wide the picture is asked to be: what the browser reads it reads faster than what the script does.
const [WIDE, NARROW] = [1920, 1280];

/** Whether this page may ask for a camera at all: without one nobody is offered to read a code. */
export const hasCamera = () => typeof globalThis.navigator?.mediaDevices?.getUserMedia === "function";

/** Why no code can be read: `no-reader`, `no-camera`. */
export class ScanError extends Error {
  constructor(why, cause) {
    super(`no QR code can be read: ${why}`, { cause });
    this.why = why;
  }
}

/** What reads a picture, and how wide it wants it. */
async function detector(kept) {
  const how = { formats: ["qr_code"] };
  const Own = globalThis.BarcodeDetector;
  const formats = await Own?.getSupportedFormats?.().catch(() => []);
  if (formats?.includes("qr_code")) return { reader: new Own(how), width: WIDE };
  try {
    const { BarcodeDetector } = await kept();
    return { reader: new BarcodeDetector(how), width: NARROW };
  } catch (cause) {
    throw new ScanError("no-reader", cause);
  }
}

async function camera(width) {
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: width } }, audio: false });
  } catch (cause) {
    throw new ScanError("no-camera", cause);
  }
}

/**
 * Shows what the camera sees in `video` and gives each code that it reads to `read(text)`, until that says `true` or the picture is
 * taken off the page. `kept()` loads the decoder for browsers that have none.
 */
export async function scan(video, kept, read) {
  const { reader, width } = await detector(kept);
  const stream = await camera(width);
  try {
    video.muted = true;
    video.srcObject = stream;
    await video.play();
    while (video.isConnected) {
      // A picture that cannot be read yet is no fault: there is a next one.
      for (const { rawValue } of await reader.detect(video).catch(() => [])) if (read(rawValue)) return;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  } catch (cause) {
    // What is taken off the page while it begins is no fault either.
    if (video.isConnected) throw cause instanceof DOMException ? new ScanError("no-camera", cause) : cause;
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }
}
