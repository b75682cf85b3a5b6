import "../../styles/inbox.css";
import "../../styles/runs.css";
import { show } from "../../panels/frame/show.tsx";
import { Runs } from "./runs.tsx";

show(<Runs />);
