import "../../styles/pane.css";
import "../../styles/connection.css";
import { show } from "../../panels/frame/show.tsx";
import { Connections } from "./connections.tsx";

show(<Connections />);
