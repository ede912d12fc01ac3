// What every engine must show for one outcome of the prostate aid.
import { readAid, swings, table } from "../support/figures.mjs";

export function expected(id = "prostate-localised", outcome = "pads") {
  const aid = readAid(id);
  const row = table(aid).find((each) => each.outcome === outcome && each.first);
  return { ...row, others: swings(aid).filter((swing) => swing.id !== outcome).map((swing) => swing.name) };
}
