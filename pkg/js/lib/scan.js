// Reads QR codes with the camera, where the browser can do that by itself (`BarcodeDetector`). What the camera sees is looked at here
// and goes nowhere; it is let go as soon as its picture is off the page.
const PAUSE = 200;

/** Why no code can be read: `no-reader`, `no-camera`. */
export class ScanError extends Error {
  constructor(why, cause) {
    super(`no QR code can be read: ${why}`, { cause });
    this.why = why;
  }
}

async function detector() {
  const Detector = globalThis.BarcodeDetector;
  const formats = await Detector?.getSupportedFormats?.().catch(() => []);
  if (!formats?.includes("qr_code")) throw new ScanError("no-reader");
  return new Detector({ formats: ["qr_code"] });
}

async function camera() {
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1920 } }, audio: false });
  } catch (cause) {
    throw new ScanError("no-camera", cause);
  }
}

/**
 * Shows what the camera sees in `video` and gives each code that it reads to `read(text)`, until that says `true` or the picture is
 * taken off the page.
 */
export async function scan(video, read) {
  const reader = await detector();
  const stream = await camera();
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
