import { useEffect, useState } from "preact/hooks";
import { goToSignIn, whenSignedOut } from "../../../api/http.ts";
import { Icon } from "../../../panels/parts/icon.tsx";
import type { Desk } from "../use-designer.ts";

/** The session ended while somebody draws: the drawing stays, and says how it goes on. */
export function SignedOut({ desk }: { desk: Desk }) {
  const [out, setOut] = useState(false);
  const here = desk.opening.is === "here";
  const { saving, session, table } = desk;

  useEffect(() => {
    // why: before there is a drawing there is nothing to lose, and the sign-in page is the way.
    if (here) return whenSignedOut(() => setOut(true));
  }, [here]);

  useEffect(() => {
    // why: somebody signed in in another window.
    if (saving.is === "saved") setOut(false);
  }, [saving]);

  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (session.wouldLose) event.preventDefault();
    };
    addEventListener("beforeunload", leaving);
    return () => removeEventListener("beforeunload", leaving);
  }, [session]);

  const signIn = async () => {
    await table?.handOver();
    goToSignIn();
  };

  if (!out) return null;
  return (
    <div class="notice is-waiting designer__conflict" role="alert">
      <Icon name="warning" />
      <div class="notice__body">
        <strong>You are signed out</strong>
        <span>
          {session.wouldLose
            ? "This browser has no room to keep what you changed. Sign in in another window, and leave this one open: it is saved then."
            : "What you changed is kept in this browser. It is saved when you are signed in again, here or in another window."}
        </span>
      </div>
      <button type="button" class="button button--small" onClick={() => void signIn()}>
        Sign in
      </button>
    </div>
  );
}
