import { Frame } from "../../panels/frame/frame.tsx";
import { show } from "../../panels/frame/show.tsx";

show(<Frame title="designer">…</Frame>);
