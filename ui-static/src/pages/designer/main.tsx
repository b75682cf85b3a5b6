import "../../styles/canvas-page.css";
import "../../styles/designer.css";
import "../../styles/pane.css";
import "../../styles/captured.css";
import "../../styles/connection.css";
import "../../styles/listen.css";
import "../../styles/comfort.css";
import { show } from "../../panels/frame/show.tsx";
import { Designer } from "./designer.tsx";

show(<Designer />);
