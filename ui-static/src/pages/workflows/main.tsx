import "../../styles/templates.css";
import { show } from "../../panels/frame/show.tsx";
import { Workflows } from "./workflows.tsx";

show(<Workflows />);
