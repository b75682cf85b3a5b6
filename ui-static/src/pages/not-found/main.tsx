import { Frame } from "../../panels/frame/frame.tsx";
import { show } from "../../panels/frame/show.tsx";
import { Empty } from "../../panels/parts/messages.tsx";

show(
  <Frame title="Not found">
    <Empty
      icon="help"
      title="There is no page at this address"
      actions={
        <a class="button button--main" href="/">
          To the workflows
        </a>
      }
    >
      The link may be old or mistyped. Ctrl K finds every page, workflow and run.
    </Empty>
  </Frame>,
);
