import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

/** A component whose code is fetched when it is first shown. */
export function lazily<P extends object>(
  load: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  let loaded: ComponentType<P> | undefined;
  return function Lazily(props: P) {
    const [Shown, setShown] = useState<ComponentType<P> | undefined>(() => loaded);
    useEffect(() => {
      if (loaded !== undefined) return;
      void load().then((component) => {
        loaded = component;
        setShown(() => component);
      });
    }, []);
    return Shown === undefined ? null : <Shown {...props} />;
  };
}
