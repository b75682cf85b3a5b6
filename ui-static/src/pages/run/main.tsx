import "../../styles/canvas-page.css";
import "../../styles/pane.css";
import "../../styles/run.css";
import "../../styles/run-time.css";
import "../../styles/repair.css";
import "../../styles/editor.css";
import { show } from "../../panels/frame/show.tsx";
import { RunPage } from "./run-page.tsx";

show(<RunPage />);
