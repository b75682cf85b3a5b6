import { show } from "../../panels/frame/show.tsx";
import { Runs } from "./runs.tsx";

show(<Runs />);
