import "../../styles/canvas-page.css";
import "../../styles/pane.css";
import "../../styles/run.css";
import "../../styles/repair.css";
import "../../styles/editor.css";
import "../../styles/incident.css";
import { show } from "../../panels/frame/show.tsx";
import { IncidentPage } from "./incident-page.tsx";

show(<IncidentPage />);
