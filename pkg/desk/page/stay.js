// Whoever writes in the form stays there. The aid puts the focus on the heading of a step that opens, and brings it into view: for
// somebody who is in the preview that is right, and for somebody who is in the form it would take the field away that they write in.
// Which of the two it is the page around knows at every moment: it has the focus on the frame, or it has not. So nothing has to be
// waited for, and nothing has to be given back.

/** From here on a script in this page moves the focus, and scrolls the page around it, only while the person is in this page. */
export function stay() {
  const here = () => frameElement !== null && parent.document.activeElement === frameElement;
  const { focus } = HTMLElement.prototype;
  const { scrollIntoView } = Element.prototype;
  HTMLElement.prototype.focus = function (...how) {
    if (here()) focus.apply(this, how);
  };
  Element.prototype.scrollIntoView = function (...how) {
    if (here()) scrollIntoView.apply(this, how);
    // It would scroll the form as well; this page alone goes there.
    else scrollTo(0, scrollY + this.getBoundingClientRect().top);
  };
}
