import "../../styles/canvas-page.css";
import "../../styles/designer.css";
import "../../styles/actions.css";
import "../../styles/pane.css";
import "../../styles/captured.css";
import "../../styles/connection.css";
import "../../styles/listen.css";
import "../../styles/try.css";
import "../../styles/comfort.css";
import "../../styles/outline.css";
import "../../styles/problems.css";
import { show } from "../../panels/frame/show.tsx";
import { Designer } from "./designer.tsx";

show(<Designer />);
