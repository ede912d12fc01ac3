export const metadata = { title: "A page of Next", icons: { icon: "data:," } };

export default function Layout({ children }) {
  return <html lang="en-GB"><body>{children}</body></html>;
}
