import "../../styles/canvas-page.css";
import "../../styles/pane.css";
import "../../styles/run.css";
import { show } from "../../panels/frame/show.tsx";
import { RunPage } from "./run-page.tsx";

show(<RunPage />);
