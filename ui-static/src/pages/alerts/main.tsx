import "../../styles/connection.css";
import "../../styles/alerts.css";
import { show } from "../../panels/frame/show.tsx";
import { Alerts } from "./alerts.tsx";

show(<Alerts />);
