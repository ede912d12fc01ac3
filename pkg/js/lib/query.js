// What a page adds to the address of the script, such as `?ver=2`.

/** The address of a file that lies beside the script, asked for with what the script was asked for with. */
export function beside(script, file) {
  const asked = new URL(script).search;
  // A bundler's address of the file may already say which one it is, or hold it.
  if (asked && !file.search && /^https?:$/.test(file.protocol)) file.search = asked;
  return file;
}
